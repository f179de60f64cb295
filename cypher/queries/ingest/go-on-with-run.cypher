// Lets a worker go on with a run that was interrupted or cancelled.
// $id: string
// $worker: string, of the process that goes on with it
// -> one row {run: node}; none when it can not be gone on with
MATCH (run:ImportRun {id: $id})
WHERE run.state IN ['INTERRUPTED', 'CANCELLED']
  AND run.undoId IS NULL
SET run.state = 'RUNNING',
    run.worker = $worker,
    run.aliveAt = datetime(),
    run.resumedAt = datetime(),
    run.endedAt = null,
    run.message = null
RETURN run
