// Ends the waiting of what a source said before and does not say any more, and of what is recorded by now.
// $sourceId: string
// $runId: string, of the import that read the whole list
// -> no rows
MATCH (waiting:WaitingRow {sourceId: $sourceId, state: 'WAITING'})
WHERE waiting.lastRunId <> $runId
SET waiting.state = 'ENDED',
    waiting.endedInId = $runId
