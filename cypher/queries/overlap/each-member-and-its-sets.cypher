// The status of all cities, or all regions, that are in any of several organizations, by name. Walks an index on the
// name, so the first row comes at once and nothing is buffered. Ended memberships do not count, unless a day is given:
// then the days decide.
// $organizationIds: list of distinct strings, e.g. ["c40", "iclei"]
// $day: date, leaves out what certainly did not hold on it; null for what is recorded today
// -> one row per member {id, name, facts: [[organizationId, HOLDS or UNKNOWN]]}
MATCH /*members*/ (member:City) /**/
WHERE member.sortName >= ''
  AND /*where member*/ true /**/
WITH member,
     member.sortName AS sortName,
     member.id AS id,
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
WHERE size(facts) > 0
RETURN id, member.name AS name, facts
ORDER BY member.sortName, member.id
