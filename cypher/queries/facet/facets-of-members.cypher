// Counts memberships in each of several organizations by value, in several dimensions at once.
// $ids: list of distinct strings, e.g. ["c40"]
// $roles: list of roles, e.g. ["MEMBER"], or null for any
// $first: integer, how many values of each dimension, 1 to 200
// -> one row per dimension {id, by, buckets: [{value, count, members}], valueCount, notRecorded}
UNWIND $ids AS id
MATCH (member)-[link:MEMBER_OF]->(:Entity {id: id})
WHERE ($roles IS NULL OR link.role IN $roles)
  AND /*where link.membershipId*/ true /**/
UNWIND /*dimensions member link.membershipId*/ [{by: 'KIND', values: [member.kind]}] /**/ AS dimension
UNWIND CASE WHEN dimension.values = [] THEN [null] ELSE dimension.values END AS value
WITH id, dimension.by AS by, value, count(*) AS count, count(DISTINCT member) AS members
ORDER BY id, by, count DESC, value
RETURN id, by,
       collect(CASE WHEN value IS NOT NULL THEN {value: value, count: count, members: members} END)[..$first] AS buckets,
       count(value) AS valueCount,
       sum(CASE WHEN value IS NULL THEN count ELSE 0 END) AS notRecorded
