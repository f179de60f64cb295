// One page of the standing claims that lists of a source make on memberships, in order of id. Claims that people made or
// corrected are left out.
// $sourceId: string, e.g. "climactor-2022"
// $after: the id after which to continue; to start, the source's id with a dot
// $end: sorts after all these ids: the source's id with a slash
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
