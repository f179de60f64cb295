// Lets a worker go on with an import that was interrupted or cancelled. A dry run is none: nothing of it is kept to go on from.
// $id: string
// $worker: string, of the process that goes on with it
// -> one row {run: node}; none when it can not be gone on with
MATCH (run:ImportRun {id: $id})
WHERE NOT run.dryRun
  AND run.state IN ['INTERRUPTED', 'CANCELLED']
  AND run.undoId IS NULL
SET run.state = 'RUNNING',
    run.worker = $worker,
    run.aliveAt = datetime(),
    run.resumedAt = datetime(),
    run.endedAt = null,
    run.message = null
RETURN run
