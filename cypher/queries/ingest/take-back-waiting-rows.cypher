// Takes back what a run did to what waits for review: what it let wait waits no more, what it ended waits again.
// $sourceId: string
// $runId: string
// -> no rows
MATCH (waiting:WaitingRow {sourceId: $sourceId})
WHERE waiting.runId = $runId
   OR waiting.endedInId = $runId
SET waiting.state = CASE waiting.runId WHEN $runId THEN 'UNDONE' ELSE 'WAITING' END,
    waiting.endedInId = null
