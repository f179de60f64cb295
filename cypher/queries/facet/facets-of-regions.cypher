// Counts regions by value, in several dimensions at once.
// $first: integer, how many values of each dimension, 1 to 200
// -> one row per dimension {by, buckets: [{value, count, members}], valueCount, notRecorded}
/*from region*/ MATCH (region:Region) /**/
WHERE /*where region*/ true /**/
UNWIND /*dimensions region*/ [{by: 'KIND', values: [region.kind]}] /**/ AS dimension
UNWIND CASE WHEN dimension.values = [] THEN [null] ELSE dimension.values END AS value
WITH dimension.by AS by, value, count(*) AS count, count(DISTINCT region) AS members
ORDER BY by, count DESC, value
RETURN by,
       collect(CASE WHEN value IS NOT NULL THEN {value: value, count: count, members: members} END)[..$first] AS buckets,
       count(value) AS valueCount,
       sum(CASE WHEN value IS NULL THEN count ELSE 0 END) AS notRecorded
