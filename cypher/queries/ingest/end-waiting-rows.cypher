// Ends the waiting of memberships that the source no longer states or that are recorded by now.
// $sourceId: string
// $runId: string, of the import that read the whole list
// -> no rows
MATCH (waiting:WaitingRow {sourceId: $sourceId, state: 'WAITING'})
WHERE waiting.lastRunId <> $runId
SET waiting.state = 'ENDED',
    waiting.endedInId = $runId
