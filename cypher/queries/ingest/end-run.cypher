// Ends a run, in whatever way.
// $id: string
// $worker: string
// $state: string, a word of ImportState
// $ending: map of properties: message, counts
// -> one row {run: node}; none when the run is not this worker's any more
MATCH (run:ImportRun {id: $id})
WHERE run.worker = $worker
  AND run.state IN ['RUNNING', 'UNDOING']
SET run += $ending,
    run.state = $state,
    run.endedAt = datetime()
RETURN run
