// Whether a member, organization or partner of some memberships was merged into another agent in the meantime.
// $ids: list of distinct membership ids
// -> one row {merged: how many}
UNWIND $ids AS id
MATCH (membership:Entity {id: id})-[:MEMBER|ORGANIZATION|VIA]->(end)
WHERE end:Merged
RETURN count(*) AS merged
