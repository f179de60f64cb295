// What some sources say of memberships so far, withdrawn claims included.
// $ids: list of distinct strings, of memberships that need not be there
// $sourceIds: list of distinct strings
// -> one row per id {id, isNew: whether it has no member yet, claims: [{stands, claim: properties, said: what it says of the
// membership}]}
UNWIND $ids AS id
OPTIONAL MATCH (membership:Entity {id: id})
RETURN id,
       NOT EXISTS { (membership)-[:MEMBER]->() } AS isNew,
       COLLECT {
         MATCH (membership)<-[said:SUPPORTS]-(claim:Claim|Withdrawn)
         WHERE claim.sourceId IN $sourceIds
         RETURN {
           stands: claim:Claim,
           claim: properties(claim),
           said: properties(said)
         }
         ORDER BY claim.id
       } AS claims
