// Claims, withdrawn or not, with the facts they support.
// $ids: list of distinct claim ids
// -> one row per claim {stands, claim: properties, supports: [{id, values, membership: {memberId, role, organizationId, viaIds}
// or null}]}
UNWIND $ids AS id
MATCH (claim:Entity {id: id})
WHERE claim:Claim|Withdrawn AND claim.sourceId IS NOT NULL
RETURN claim:Claim AS stands,
       properties(claim) AS claim,
       COLLECT {
         MATCH (claim)-[supports:SUPPORTS]->(fact)
         RETURN {
           id: fact.id,
           values: properties(supports),
           membership: CASE WHEN fact.memberId IS NOT NULL THEN fact {.memberId, .role, .organizationId, .viaIds} END
         }
         ORDER BY fact.id
       } AS supports
ORDER BY claim.id
