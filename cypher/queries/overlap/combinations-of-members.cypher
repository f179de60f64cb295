// How many cities and regions stand in the same way to several organizations. One row a combination, so that a million
// members are a handful of rows; two rows can hold the same facts in another order.
// Who has left does not count, except when a day is asked for: then the dates tell.
// $organizationIds: list of distinct strings, e.g. ["c40", "iclei"]
// $day: date, leaves out what surely did not hold on it, or null for what is recorded today
// -> one row per combination {facts: [[organizationId, validFrom, validTo, days observed]], members: count}; without a
//    day the facts are [[organizationId]]
UNWIND $organizationIds AS organizationId
MATCH (:Organization&Entity {id: organizationId})<-[link:MEMBER_OF]-(member:LocalGovernment)
WHERE link.role IN ['MEMBER', 'SIGNATORY']
  AND ($day IS NOT NULL OR coalesce(link.status, 'IN_FORCE') <> 'ENDED')
OPTIONAL MATCH (dated:Entity {id: CASE WHEN $day IS NULL THEN null ELSE link.membershipId END})
WITH member, organizationId, dated
WHERE NOT coalesce(dated.validFromEarliest > $day, false)
  AND NOT coalesce(dated.validToLatest <= $day, false)
WITH member,
     collect(DISTINCT [organizationId] + CASE WHEN $day IS NULL THEN [] ELSE [
       dated.validFrom,
       dated.validTo,
       COLLECT {
         MATCH (dated)<-[stated:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(source:Source)
         WHERE claim.rank <> 'DEPRECATED'
           AND coalesce(stated.status, 'IN_FORCE') = 'IN_FORCE'
           AND coalesce(claim.asOf, source.statedAt) IS NOT NULL
         WITH DISTINCT coalesce(claim.asOf, source.statedAt) AS seen
         RETURN seen
         ORDER BY seen
       }
     ] END) AS facts
RETURN facts, count(*) AS members
