// Lets a worker resume an interrupted or cancelled import. A dry run cannot be resumed, because it records nothing to resume from.
// $id: string
// $worker: string, of the process that resumes it
// -> one row {run: node}; none when it cannot be resumed
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
