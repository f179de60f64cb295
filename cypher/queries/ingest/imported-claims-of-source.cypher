// Claims that imports took from a source and that still hold, in order of id.
// $sourceId: string
// $after: string, the last id seen; the beginning of all of them at first
// $end: string, behind all of them
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
