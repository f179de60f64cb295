// Who stands in an organization in one role, where sources print them as a list.
// $aboutIds: list of distinct strings, e.g. ["cities-race-to-zero"], or null for everything
// -> one row per claim with a place in a list {aboutId, role, memberId, claim}, in order of claim id
MATCH (organization:Organization)<-[:ORGANIZATION]-(membership:Membership)<-[stated:SUPPORTS]-(claim:Claim)
WHERE ($aboutIds IS NULL OR organization.id IN $aboutIds)
  AND stated.position IS NOT NULL
  AND claim.rank <> 'DEPRECATED'
RETURN organization.id AS aboutId, membership.role AS role, membership.memberId AS memberId, claim
ORDER BY claim.id
