// Notes how far a run has come, in the transaction of what it wrote; only for the worker that has it, so that nobody goes
// on with a run that was given to another or was told to stop.
// $id: string
// $worker: string
// $progress: map {linesDone, bytesDone, and the counts so far}
// -> one row {id}; none when the run is not this worker's any more
MATCH (run:ImportRun {id: $id})
WHERE run.worker = $worker
  AND run.state = 'RUNNING'
SET run += $progress,
    run.aliveAt = datetime()
RETURN run.id AS id
