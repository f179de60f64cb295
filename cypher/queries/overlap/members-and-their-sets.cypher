// The status of cities and regions in several organizations: of those named, or else of the first by name that are in
// any of them. Ended memberships do not count, unless a day is given: then the days decide.
// $organizationIds: list of distinct strings, e.g. ["c40", "iclei"]
// $memberIds: list of distinct strings, e.g. ["boston"], or null for all that are in any of the organizations
// $day: date, leaves out what certainly did not hold on it; null for what is recorded today
// $limit: integer, maximum number of members if none are named
// -> one row per member {id, name, facts: [[organizationId, HOLDS or UNKNOWN]]}
CALL () {
  WITH $organizationIds AS organizationIds
  WHERE $memberIds IS NULL
  UNWIND organizationIds AS organizationId
  MATCH (:Organization&Entity {id: organizationId})<-[link:MEMBER_OF]-(member:LocalGovernment)
  WHERE link.role IN ['MEMBER', 'SIGNATORY']
    AND ($day IS NOT NULL OR link.lapsed IS NULL)
    AND ($day IS NULL OR NOT coalesce(link.notBefore > $day, false) AND NOT coalesce(link.notFrom <= $day, false) AND NOT coalesce($day IN link.absentOn, false))
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
           AND ($day IS NOT NULL OR link.lapsed IS NULL)
           AND ($day IS NULL OR NOT coalesce(link.notBefore > $day, false) AND NOT coalesce(link.notFrom <= $day, false) AND NOT coalesce($day IN link.absentOn, false))
         RETURN [
           organization.id,
           CASE
             WHEN $day IS NULL OR coalesce(link.surelyFrom <= $day AND $day < link.surelyUntil, false) THEN 'HOLDS'
             ELSE 'UNKNOWN'
           END
         ]
       } AS facts
ORDER BY member.sortName, member.id
