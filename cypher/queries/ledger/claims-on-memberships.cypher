// What some sources have claimed about memberships so far, including withdrawn claims.
// $ids: list of distinct strings, of memberships that need not exist
// $sourceIds: list of distinct strings
// -> one row per id {id, isNew: whether it has no member yet, claims: [{stands, claim: properties, values: what it states about
// the membership, pledgeIds: of the pledges that it states too}]}
UNWIND $ids AS id
OPTIONAL MATCH (membership:Entity {id: id})
RETURN id,
       NOT EXISTS { (membership)-[:MEMBER]->() } AS isNew,
       COLLECT {
         MATCH (membership)<-[supports:SUPPORTS]-(claim:Claim|Withdrawn)
         WHERE claim.sourceId IN $sourceIds
         RETURN {
           stands: claim:Claim,
           claim: properties(claim),
           values: properties(supports),
           pledgeIds: COLLECT { MATCH (claim)-[:SUPPORTS]->(pledge:Pledge|Withdrawn {subjectId: membership.memberId}) RETURN pledge.id }
         }
         ORDER BY claim.id
       } AS claims
