// The organizations that memberships between several agents run via and that are not among these agents, those with most
// such memberships first, then by id.
// $ids: list of distinct strings, e.g. ["race-to-resilience", "basque-centre-for-climate-change"]
// $roles: list of roles, e.g. ["MEMBER", "TRACK"]
// $day: date, leaves out what certainly did not hold on it; null leaves out what has ended
// -> one row per organization {id}
UNWIND $ids AS id
MATCH (:Agent&Entity {id: id})-[link:MEMBER_OF]->()
WHERE link.role IN $roles
  AND link.organizationId IN $ids
  AND ($day IS NOT NULL OR link.lapsed IS NULL)
  AND ($day IS NULL OR NOT coalesce(link.notBefore > $day, false) AND NOT coalesce(link.notFrom <= $day, false) AND NOT coalesce($day IN link.absentOn, false))
UNWIND coalesce(link.viaIds, []) AS viaId
WITH viaId, count(*) AS memberships
WHERE NOT viaId IN $ids
RETURN viaId AS id
ORDER BY memberships DESC, id
