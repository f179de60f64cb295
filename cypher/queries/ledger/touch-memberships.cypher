// Makes memberships that are not there yet and holds all of them for this transaction; tells what some sources say of each
// so far, withdrawn claims included.
// $memberships: list of {id, identity: {role, memberId, organizationId, viaIds}}, each once, in order of id: two writers
// then never wait for each other
// $sourceIds: list of distinct strings
// $by: {activityId, recordedBy, origin}
// -> one row per membership {id, isNew, claims: [{stands, claim: properties, said: what it says of the membership}]}
UNWIND $memberships AS row
MERGE (membership:Entity {id: row.id})
ON CREATE SET membership += row.identity,
              membership += $by,
              membership.recordedAt = datetime()
ON MATCH SET membership.id = row.id
RETURN membership.id AS id,
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
