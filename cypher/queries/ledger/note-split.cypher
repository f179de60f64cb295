// Notes that an agent was split off another one.
// $agentId: string, the new one
// $fromId: string, the one that keeps the id
// $by: {activityId, recordedBy, origin}
// -> no rows
MATCH (agent:Entity {id: $agentId})
MATCH (former:Entity {id: $fromId})
SET former.revision = coalesce(former.revision, 1) + 1
MERGE (agent)-[split:SPLIT_FROM]->(former)
ON CREATE SET split.activityId = $by.activityId,
              split.origin = $by.origin
