// Claims that imports took from a source and that are still in force, in order of id.
// $sourceId: string
// $after: string, the last id seen; at first their common prefix
// $end: string, after all of them
// $limit: integer
// -> one row per claim {id, membershipId, memberId}
MATCH (claim:Claim)
USING INDEX claim:Claim(id)
WHERE claim.id > $after
  AND claim.id < $end
  AND claim.sourceId = $sourceId
  AND claim.origin = 'import'
MATCH (claim)-[:SUPPORTS]->(membership:Membership)
RETURN claim.id AS id,
       membership.id AS membershipId,
       membership.memberId AS memberId
ORDER BY claim.id
LIMIT $limit
