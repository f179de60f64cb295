// Records that a run is still being undone.
// $id: string, of the run
// $worker: string
// -> one row {id}; none when another worker has taken over
MATCH (run:ImportRun {id: $id})
WHERE run.worker = $worker
  AND run.state = 'UNDOING'
SET run.aliveAt = datetime()
RETURN run.id AS id
