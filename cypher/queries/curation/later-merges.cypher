// Merges of the survivors of an activity's merges into other agents.
// $activityId: string
// -> one row per later merge {activityId}
MATCH (:Merged)-[:MERGED_INTO {activityId: $activityId}]->(survivor:Merged)-[later:MERGED_INTO]->()
RETURN later.activityId AS activityId
