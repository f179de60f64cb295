// Records what a person decided about a question of the review queue, and what became of the waiting memberships.
// $id: string
// $settled: map {state, decision, agentId, candidates}
// $activity: map {id, kind, person}
// $rows: list of {id, state, claimId}
// -> no rows
MATCH (item:ReviewItem {id: $id})
SET item += $settled,
    item.settledAt = datetime(),
    item.settledInId = $activity.id,
    item.settledBy = $activity.person
CREATE (activity:Entity {id: $activity.id})
SET activity:Activity:Edit,
    activity += $activity,
    activity.startedAt = datetime()
WITH activity
UNWIND $rows AS row
MATCH (waiting:WaitingRow {id: row.id})
SET waiting.state = row.state,
    waiting.claimId = row.claimId,
    waiting.settledInId = activity.id
