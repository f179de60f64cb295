// The neighbours of several agents by a membership in either direction, best connected first: by the number of these
// agents they are tied to, then by all their memberships, then by id. Examines a bounded number of memberships; of a
// large organization the first by id, through an index on role.
// $ids: list of distinct strings, best connected first, e.g. ["race-to-zero"]
// $seen: list of ids to exclude, e.g. ["race-to-zero"]
// $roles: list of roles, e.g. ["MEMBER", "TRACK"]
// $day: date, leaves out what certainly did not hold on it; null leaves out what has ended
// $most: integer, maximum number of memberships of one agent and, for each role, in one organization
// $limit: integer, maximum number of memberships in all
// $wanted: integer, number of ids to return
// -> one row {total, ids, cutOff}; cutOff says whether some memberships were not examined
UNWIND $ids AS id
MATCH (agent:Agent&Entity {id: id})
WITH id, agent, COUNT { (agent)<-[:MEMBER_OF]-() } AS members
CALL (id, agent) {
  MATCH (agent)-[link:MEMBER_OF]->(next)
  WHERE link.role IN $roles
    AND ($day IS NOT NULL OR link.lapsed IS NULL)
  RETURN link, next
  ORDER BY link.membershipId
  LIMIT $most
  UNION ALL
  UNWIND CASE WHEN agent:Organization THEN $roles ELSE [] END AS role
  CALL (id, role) {
    MATCH (next)-[link:MEMBER_OF]->()
    USING INDEX link:MEMBER_OF(organizationId, role, membershipId)
    WHERE link.organizationId = id
      AND link.role = role
      AND link.membershipId > ''
      AND ($day IS NOT NULL OR link.lapsed IS NULL)
    RETURN link, next
    ORDER BY link.organizationId, link.role, link.membershipId
    LIMIT $most
  }
  RETURN link, next
}
WITH id, members, link, next
LIMIT $limit
WITH id,
     members,
     next,
     NOT coalesce(link.notBefore > $day, false) AND NOT coalesce(link.notFrom <= $day, false) AND NOT coalesce($day IN link.absentOn, false) AS open
WITH next,
     count(DISTINCT CASE WHEN open THEN id END) AS ties,
     count(*) AS looked,
     max(members) AS members
ORDER BY ties DESC, COUNT { (next)-[:MEMBER_OF]-() } DESC, next.id
WITH collect(CASE WHEN ties > 0 AND NOT next.id IN $seen THEN next.id END) AS ids,
     sum(looked) AS looked,
     coalesce(max(members), 0) AS members
RETURN size(ids) AS total,
       ids[..$wanted] AS ids,
       looked >= $limit OR members > $most AS cutOff
