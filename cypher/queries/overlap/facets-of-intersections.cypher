// For each of several intersections, the number of members by value of one or more dimensions.
// $ids: list of distinct intersections, as in members-of-intersections.cypher
// $day: date, or null for what is recorded today, which leaves out ended memberships
// $first: integer, maximum number of values per dimension, 1 to 200
// -> one row per dimension {id, by, buckets: [{value, count, members}], valueCount, notRecorded}
UNWIND $ids AS id
WITH id,
     split(split(id, '|')[0], ' ') AS within,
     split(split(id, '|')[1], ' ') AS without
MATCH (:Organization&Entity {id: within[0]})<-[:MEMBER_OF]-(member:LocalGovernment)
WITH DISTINCT id, within, without, member
WITH id, within, without, member, COLLECT {
  MATCH (member)-[link:MEMBER_OF]->()
  WHERE link.role IN ['MEMBER', 'SIGNATORY']
    AND CASE
      WHEN $day IS NULL THEN link.lapsed IS NULL
      ELSE coalesce(link.surelyFrom <= $day AND $day < link.surelyUntil, false)
        AND NOT coalesce(link.notBefore > $day, false) AND NOT coalesce(link.notFrom <= $day, false) AND NOT coalesce($day IN link.absentOn, false)
    END
  RETURN link.organizationId
} AS organizationIds
WHERE all(each IN within WHERE each IN organizationIds)
  AND none(each IN without WHERE each IN organizationIds)
  AND /*where member*/ true /**/
UNWIND /*dimensions member*/ [{by: 'KIND', values: [member.kind]}] /**/ AS dimension
UNWIND CASE WHEN dimension.values = [] THEN [null] ELSE dimension.values END AS value
WITH id, dimension.by AS by, value, count(*) AS count, count(DISTINCT member) AS members
ORDER BY id, by, count DESC, value
RETURN id, by,
       collect(CASE WHEN value IS NOT NULL THEN {value: value, count: count, members: members} END)[..$first] AS buckets,
       count(value) AS valueCount,
       sum(CASE WHEN value IS NULL THEN count ELSE 0 END) AS notRecorded
