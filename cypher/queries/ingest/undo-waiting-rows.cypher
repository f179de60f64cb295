// Undoes what a run did to the waiting memberships: those it added no longer wait, those it ended wait again.
// $sourceId: string
// $runId: string
// -> no rows
MATCH (waiting:WaitingRow {sourceId: $sourceId})
WHERE waiting.runId = $runId
   OR waiting.endedInId = $runId
SET waiting.state = CASE waiting.runId WHEN $runId THEN 'UNDONE' ELSE 'WAITING' END,
    waiting.endedInId = null
