// How many cities and regions stand in the same way to several organizations. One row a combination, so that a million
// members are a handful of rows; two rows can hold the same facts in another order.
// Who has left does not count, except when a day is asked for: then the days tell.
// $organizationIds: list of distinct strings, e.g. ["c40", "iclei"]
// $day: date, leaves out what surely did not hold on it, or null for what is recorded today
// -> one row per combination {facts: [[organizationId, HOLDS or UNKNOWN]], members: count}
UNWIND $organizationIds AS organizationId
MATCH (:Organization&Entity {id: organizationId})<-[link:MEMBER_OF]-(member:LocalGovernment)
WHERE link.role IN ['MEMBER', 'SIGNATORY']
  AND ($day IS NOT NULL OR coalesce(link.status, 'IN_FORCE') <> 'ENDED')
  AND ($day IS NULL OR NOT coalesce(link.notBefore > $day, false) AND NOT coalesce(link.notFrom <= $day, false))
WITH member,
     collect(DISTINCT [
       organizationId,
       CASE
         WHEN $day IS NULL OR coalesce(link.surelyFrom <= $day AND $day < link.surelyUntil, false) THEN 'HOLDS'
         ELSE 'UNKNOWN'
       END
     ]) AS facts
WHERE /*where member*/ true /**/
RETURN facts, count(*) AS members
