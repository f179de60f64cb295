// Cancels a run; its worker notices before the next batch.
// $id: string
// $person: string, who cancels it
// -> one row {run: node}; none when it is not running
MATCH (run:ImportRun {id: $id})
WHERE run.state = 'RUNNING'
SET run.state = 'CANCELLED',
    run.endedAt = datetime(),
    run.message = 'cancelled by ' + $person
RETURN run
