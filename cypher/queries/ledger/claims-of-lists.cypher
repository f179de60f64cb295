// One page of the claims that stand which lists of a source make on memberships, in order of id. What people claimed or
// corrected is not among them.
// $sourceId: string, e.g. "climactor-2022"
// $after: the id to go on behind; the source's with a point for the beginning
// $end: what sorts behind all these ids: the source's with a slash
// $limit: integer
// -> one row per claim {id}
MATCH (claim:Claim)
WHERE claim.id > $after AND claim.id < $end
  AND claim.sourceId = $sourceId
  AND coalesce(claim.origin, '') <> 'curated'
  AND EXISTS { (claim)-[:SUPPORTS]->(:Membership) }
RETURN claim.id AS id
ORDER BY claim.id
LIMIT $limit
