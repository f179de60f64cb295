// All agents that were merged into others, in the order in which they were merged.
// -> one row per merged agent {mergedId, name, survivorId, activityId, person}
MATCH (merged:Merged)-[into:MERGED_INTO]->(survivor)
OPTIONAL MATCH (activity:Entity {id: into.activityId})
RETURN merged.id AS mergedId,
       merged.name AS name,
       survivor.id AS survivorId,
       into.activityId AS activityId,
       coalesce(activity.person, '') AS person
ORDER BY activity.startedAt, mergedId
