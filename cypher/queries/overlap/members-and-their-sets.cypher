// How cities and regions stand to several organizations: those named, or else the first by name that are in any of them.
// Who has left does not count, except when a day is asked for: then the dates tell.
// $organizationIds: list of distinct strings, e.g. ["c40", "iclei"]
// $memberIds: list of distinct strings, e.g. ["boston"], or null for all that are in any of the organizations
// $day: date, leaves out what surely did not hold on it, or null for what is recorded today
// $limit: integer, how many members when none are named
// -> one row per member {id, name, facts: [[organizationId, validFrom, validTo, days observed]]}; without a day the facts
//    are [[organizationId]]
CALL () {
  WITH $organizationIds AS organizationIds
  WHERE $memberIds IS NULL
  UNWIND organizationIds AS organizationId
  MATCH (:Organization&Entity {id: organizationId})<-[link:MEMBER_OF]-(member:LocalGovernment)
  WHERE link.role IN ['MEMBER', 'SIGNATORY']
    AND ($day IS NOT NULL OR coalesce(link.status, 'IN_FORCE') <> 'ENDED')
  OPTIONAL MATCH (dated:Entity {id: CASE WHEN $day IS NULL THEN null ELSE link.membershipId END})
  WITH member, dated
  WHERE NOT coalesce(dated.validFromEarliest > $day, false)
    AND NOT coalesce(dated.validToLatest <= $day, false)
  WITH DISTINCT member
  RETURN member
  ORDER BY member.sortName, member.id
  LIMIT $limit
  UNION ALL
  UNWIND $memberIds AS memberId
  MATCH (member:LocalGovernment&Entity {id: memberId})
  RETURN member
}
RETURN member.id AS id,
       member.name AS name,
       COLLECT {
         MATCH (member)-[link:MEMBER_OF]->(organization:Organization)
         WHERE organization.id IN $organizationIds
           AND link.role IN ['MEMBER', 'SIGNATORY']
           AND ($day IS NOT NULL OR coalesce(link.status, 'IN_FORCE') <> 'ENDED')
         OPTIONAL MATCH (dated:Entity {id: CASE WHEN $day IS NULL THEN null ELSE link.membershipId END})
         RETURN [organization.id] + CASE WHEN $day IS NULL THEN [] ELSE [
           dated.validFrom,
           dated.validTo,
           COLLECT {
             MATCH (dated)<-[stated:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(source:Source)
             WHERE claim.rank <> 'DEPRECATED'
               AND coalesce(stated.status, 'IN_FORCE') = 'IN_FORCE'
               AND coalesce(claim.asOf, source.statedAt) IS NOT NULL
             RETURN DISTINCT coalesce(claim.asOf, source.statedAt)
           }
         ] END
       } AS facts
ORDER BY member.sortName, member.id
