// The spells of cities and regions in several organizations: of those named, or else of the first by name that may have
// been in any of them between two days. Ended memberships count: the days decide.
// $organizationIds: list of distinct strings, e.g. ["c40", "iclei"]
// $memberIds: list of distinct strings, e.g. ["boston"], or null for all that may have been in any of the organizations
// $firstDay: date, the first day of the requested years
// $lastDay: date, the last day of those years
// $limit: integer, maximum number of members if none are named
// -> one row per member {id, name, facts: [[organizationId, surelyFrom, surelyUntil, notBefore, notFrom, startEarliest,
//   startLatest]]}
CALL () {
  WITH $organizationIds AS organizationIds
  WHERE $memberIds IS NULL
  UNWIND organizationIds AS organizationId
  MATCH (:Organization&Entity {id: organizationId})<-[link:MEMBER_OF]-(member:LocalGovernment)
  WHERE link.role IN ['MEMBER', 'SIGNATORY']
    AND NOT coalesce(link.notBefore > $lastDay, false) AND NOT coalesce(link.notFrom <= $firstDay, false)
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
           AND NOT coalesce(link.notBefore > $lastDay, false) AND NOT coalesce(link.notFrom <= $firstDay, false)
         RETURN [
           organization.id,
           link.surelyFrom,
           link.surelyUntil,
           link.notBefore,
           link.notFrom,
           link.validFromEarliest,
           link.validFromLatest
         ]
       } AS facts
ORDER BY member.sortName, member.id
