// Counts memberships of each of several agents by value, in several dimensions at once.
// $ids: list of distinct strings, e.g. ["boston"]
// $organizationId: string, e.g. "race-to-zero", or null for any
// $roles: list of roles, e.g. ["MEMBER"], or null for any
// $first: integer, how many values of each dimension, 1 to 200
// -> one row per dimension {id, by, buckets: [{value, count, members}], valueCount, notRecorded}
WITH CASE WHEN $organizationId IS NOT NULL THEN [$organizationId] + COLLECT {
       MATCH (track)-[link:MEMBER_OF]->()
       WHERE link.organizationId = $organizationId
         AND link.role = 'TRACK'
         AND link.membershipId > ''
       RETURN track.id
     } END AS organizationIds
UNWIND $ids AS id
MATCH (member:Entity {id: id})<-[:MEMBER]-/*recorded membership*/ (membership:Membership) /**/
WHERE ($roles IS NULL OR membership.role IN $roles)
  AND (organizationIds IS NULL OR membership.organizationId IN organizationIds)
  AND /*where membership*/ true /**/
UNWIND /*dimensions member membership*/ [{by: 'KIND', values: [member.kind]}] /**/ AS dimension
UNWIND CASE WHEN dimension.values = [] THEN [null] ELSE dimension.values END AS value
WITH id, dimension.by AS by, value, count(*) AS count, count(DISTINCT member) AS members
ORDER BY id, by, count DESC, value
RETURN id, by,
       collect(CASE WHEN value IS NOT NULL THEN {value: value, count: count, members: members} END)[..$first] AS buckets,
       count(value) AS valueCount,
       sum(CASE WHEN value IS NULL THEN count ELSE 0 END) AS notRecorded
