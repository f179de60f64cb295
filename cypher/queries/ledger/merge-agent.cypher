// Marks an agent as merged, which removes it from answers. Its labels are kept so that the merge can be undone.
// $mergedId: string
// $survivorId: string
// $by: {activityId, recordedBy, origin}
// -> no rows
MATCH (merged:Entity {id: $mergedId})
MATCH (survivor:Entity {id: $survivorId})
SET merged.formerLabels = [label IN labels(merged) WHERE label <> 'Entity'],
    merged.mergedIntoId = survivor.id,
    merged.revision = coalesce(merged.revision, 1) + 1,
    survivor.revision = coalesce(survivor.revision, 1) + 1
WITH merged, survivor, merged.formerLabels AS former
REMOVE merged:$(former)
SET merged:Merged
CREATE (merged)-[:MERGED_INTO {activityId: $by.activityId, origin: $by.origin}]->(survivor)
