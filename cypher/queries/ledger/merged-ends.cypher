// Whether an end of some memberships was merged into another agent meanwhile. Merged agents are few, and what was of them
// is of the survivors: so they are looked at, not the memberships.
// $ids: list of distinct membership ids
// -> one row {merged: how many}
MATCH (end:Merged)<-[:MEMBER|ORGANIZATION|VIA]-(membership)
WHERE membership.id IN $ids
RETURN count(*) AS merged
