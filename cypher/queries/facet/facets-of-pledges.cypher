// Counts pledges by value, and the agents that made them, in several dimensions at once.
// $first: integer, how many values of each dimension, 1 to 200
// -> one row per dimension {by, buckets: [{value, count, members}], valueCount, notRecorded}
MATCH (agent:Agent)<-[:ABOUT]-(pledge:Pledge)
WHERE /*where pledge*/ true /**/
UNWIND /*dimensions agent pledge*/ [{by: 'KIND', values: [agent.kind]}] /**/ AS dimension
UNWIND CASE WHEN dimension.values = [] THEN [null] ELSE dimension.values END AS value
WITH dimension.by AS by, value, count(*) AS count, count(DISTINCT agent) AS members
ORDER BY by, count DESC, value
RETURN by,
       collect(CASE WHEN value IS NOT NULL THEN {value: value, count: count, members: members} END)[..$first] AS buckets,
       count(value) AS valueCount,
       sum(CASE WHEN value IS NULL THEN count ELSE 0 END) AS notRecorded
