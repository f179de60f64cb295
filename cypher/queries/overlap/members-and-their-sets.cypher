// How cities and regions stand to several organizations: those named, or else the first by name that are in any of them.
// Who has left does not count, except when a day is asked for: then the days tell.
// $organizationIds: list of distinct strings, e.g. ["c40", "iclei"]
// $memberIds: list of distinct strings, e.g. ["boston"], or null for all that are in any of the organizations
// $day: date, leaves out what surely did not hold on it, or null for what is recorded today
// $limit: integer, how many members when none are named
// -> one row per member {id, name, facts: [[organizationId, HOLDS or UNKNOWN]]}
CALL () {
  WITH $organizationIds AS organizationIds
  WHERE $memberIds IS NULL
  UNWIND organizationIds AS organizationId
  MATCH (:Organization&Entity {id: organizationId})<-[link:MEMBER_OF]-(member:LocalGovernment)
  WHERE link.role IN ['MEMBER', 'SIGNATORY']
    AND ($day IS NOT NULL OR coalesce(link.status, 'IN_FORCE') <> 'ENDED')
    AND ($day IS NULL OR NOT coalesce(link.notBefore > $day, false) AND NOT coalesce(link.notFrom <= $day, false))
  WITH DISTINCT member
  WHERE /*where member*/ true /**/
  RETURN member
  ORDER BY member.sortName, member.id
  LIMIT $limit
  UNION ALL
  UNWIND $memberIds AS memberId
  MATCH (member:LocalGovernment&Entity {id: memberId})
  WHERE /*where member*/ true /**/
  RETURN member
}
RETURN member.id AS id,
       member.name AS name,
       COLLECT {
         MATCH (member)-[link:MEMBER_OF]->(organization:Organization)
         WHERE organization.id IN $organizationIds
           AND link.role IN ['MEMBER', 'SIGNATORY']
           AND ($day IS NOT NULL OR coalesce(link.status, 'IN_FORCE') <> 'ENDED')
           AND ($day IS NULL OR NOT coalesce(link.notBefore > $day, false) AND NOT coalesce(link.notFrom <= $day, false))
         RETURN [
           organization.id,
           CASE
             WHEN $day IS NULL OR coalesce(link.surelyFrom <= $day AND $day < link.surelyUntil, false) THEN 'HOLDS'
             ELSE 'UNKNOWN'
           END
         ]
       } AS facts
ORDER BY member.sortName, member.id
