// What rests on claims that stand, in order of id, so that it can be held before they are withdrawn.
// $ids: list of distinct claim ids
// -> one row per claim and fact {claimId, factId, isMembership}
UNWIND $ids AS id
MATCH (claim:Entity {id: id})-[:SUPPORTS]->(fact)
WHERE claim:Claim
RETURN claim.id AS claimId, fact.id AS factId, fact.memberId IS NOT NULL AS isMembership
ORDER BY factId, claimId
