// Records the progress of a run, in the transaction that wrote it. Only the worker that has the run can do so, so that
// none continues a run that was cancelled or taken over.
// $id: string
// $worker: string
// $progress: map {linesDone, bytesDone, and the counts so far}
// -> one row {id}; none when the run no longer belongs to this worker
MATCH (run:ImportRun {id: $id})
WHERE run.worker = $worker
  AND run.state = 'RUNNING'
SET run += $progress,
    run.aliveAt = datetime()
RETURN run.id AS id
