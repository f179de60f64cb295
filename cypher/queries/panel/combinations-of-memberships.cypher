// Counts the cities and regions that were in several organizations for the same spells. One row per combination, so a
// million members are a handful of rows; two rows can have the same facts in a different order.
// $organizationIds: list of distinct strings, e.g. ["c40", "iclei"]
// $firstDay: date, the first day of the requested years
// $lastDay: date, the last day of those years
// -> one row per combination {facts: as in members-and-their-memberships, members: count}
UNWIND $organizationIds AS organizationId
MATCH (:Organization&Entity {id: organizationId})<-[link:MEMBER_OF]-(member:LocalGovernment)
WHERE link.role IN ['MEMBER', 'SIGNATORY']
  AND NOT coalesce(link.notBefore > $lastDay, false) AND NOT coalesce(link.notFrom <= $firstDay, false)
WITH member,
     collect(DISTINCT [
       organizationId,
       link.surelyFrom,
       link.surelyUntil,
       link.notBefore,
       link.notFrom,
       link.validFromEarliest,
       link.validFromLatest
     ]) AS facts
WHERE /*where member*/ true /**/
RETURN facts, count(*) AS members
