// Ends a run.
// $id: string
// $worker: string
// $state: string, a value of ImportState
// $ending: map of properties: message, counts
// -> one row {run: node}; none when the run no longer belongs to this worker
MATCH (run:ImportRun {id: $id})
WHERE run.worker = $worker
  AND run.state IN ['RUNNING', 'UNDOING']
SET run += $ending,
    run.state = $state,
    run.endedAt = datetime()
RETURN run
