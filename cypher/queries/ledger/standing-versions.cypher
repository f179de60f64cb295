// Which of several claims have a version in effect.
// $ids: list of distinct ids of the first versions
// -> one row per claim with a version in effect {firstId, id}
UNWIND $ids AS firstId
CALL (firstId) {
  MATCH (claim:Entity {id: firstId})
  WHERE claim:Claim
  RETURN claim
  UNION
  MATCH (claim:Entity)
  WHERE claim.id STARTS WITH firstId + '.r' AND claim.versionOfId = firstId AND claim:Claim
  RETURN claim
}
RETURN firstId, claim.id AS id
