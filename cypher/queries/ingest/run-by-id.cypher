// An import run.
// $id: string
// -> one row {run: node}, or none
MATCH (run:ImportRun {id: $id})
RETURN run
