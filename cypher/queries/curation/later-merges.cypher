// Whether those that survived the merges of an activity were merged into others since.
// $activityId: string
// -> one row per later merge {activityId}
MATCH (:Merged)-[:MERGED_INTO {activityId: $activityId}]->(survivor:Merged)-[later:MERGED_INTO]->()
RETURN later.activityId AS activityId
