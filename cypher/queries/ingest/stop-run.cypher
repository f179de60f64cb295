// Tells a run to stop; its worker sees it before the next batch.
// $id: string
// $person: string, who says so
// -> one row {run: node}; none when it does not run
MATCH (run:ImportRun {id: $id})
WHERE run.state = 'RUNNING'
SET run.state = 'CANCELLED',
    run.endedAt = datetime(),
    run.message = 'cancelled by ' + $person
RETURN run
