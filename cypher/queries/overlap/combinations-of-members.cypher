// Counts the cities and regions with the same status in several organizations. One row per combination, so a million
// members are a handful of rows; two rows can have the same facts in a different order. Ended memberships do not count,
// unless a day is given: then the days decide.
// $organizationIds: list of distinct strings, e.g. ["c40", "iclei"]
// $day: date, leaves out what certainly did not hold on it; null for what is recorded today
// -> one row per combination {facts: [[organizationId, HOLDS or UNKNOWN]], members: count}
UNWIND $organizationIds AS organizationId
MATCH (:Organization&Entity {id: organizationId})<-[link:MEMBER_OF]-(member:LocalGovernment)
WHERE link.role IN ['MEMBER', 'SIGNATORY']
  AND ($day IS NOT NULL OR link.lapsed IS NULL)
  AND ($day IS NULL OR NOT coalesce(link.notBefore > $day, false) AND NOT coalesce(link.notFrom <= $day, false) AND NOT coalesce($day IN link.absentOn, false))
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
