// The memberships between several agents, and between these and the organizations that such memberships run via, in order of
// id.
// $ids: list of distinct strings, e.g. ["race-to-resilience", "basque-centre-for-climate-change"]
// $roles: list of roles, e.g. ["MEMBER", "TRACK"]
// $day: date, leaves out what certainly did not hold on it; null leaves out what has ended
// $partners: whether to include the organizations that memberships run via
// $room: integer, how many of them to include
// $limit: integer, maximum number of memberships
// -> one row per membership {total, membership: node, partnerIds}; total is the same in each; partnerIds are all
//    organizations that memberships between the agents run via, those with most such memberships first, then by id, in the
//    first row
CALL () {
  UNWIND CASE WHEN $partners THEN $ids ELSE [] END AS id
  MATCH (:Agent&Entity {id: id})-[link:MEMBER_OF]->()
  WHERE link.role IN $roles
    AND link.organizationId IN $ids
    AND ($day IS NOT NULL OR link.lapsed IS NULL)
    AND ($day IS NULL OR NOT coalesce(link.notBefore > $day, false) AND NOT coalesce(link.notFrom <= $day, false) AND NOT coalesce($day IN link.absentOn, false))
  UNWIND coalesce(link.viaIds, []) AS viaId
  WITH viaId, count(*) AS memberships
  WHERE NOT viaId IN $ids
  ORDER BY memberships DESC, viaId
  RETURN collect(viaId) AS partnerIds
}
WITH partnerIds, $ids + partnerIds[..$room] AS shown
CALL (shown) {
  UNWIND shown AS id
  MATCH (:Agent&Entity {id: id})-[link:MEMBER_OF]->()
  WHERE link.role IN $roles
    AND link.organizationId IN shown
    AND ($day IS NOT NULL OR link.lapsed IS NULL)
    AND ($day IS NULL OR NOT coalesce(link.notBefore > $day, false) AND NOT coalesce(link.notFrom <= $day, false) AND NOT coalesce($day IN link.absentOn, false))
  MATCH (membership:Entity {id: link.membershipId})
  WITH membership
  ORDER BY membership.id
  RETURN collect(membership) AS memberships
}
UNWIND range(0, size(memberships[..$limit]) - 1) AS position
WITH partnerIds, memberships, position, memberships[position] AS membership
RETURN size(memberships) AS total,
       membership,
       CASE WHEN position = 0 THEN partnerIds END AS partnerIds
ORDER BY membership.id
