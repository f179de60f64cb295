// Imports that were broken off and can be gone on with or undone further, the oldest first.
// $limit: integer
// -> one row per run {run: node}
MATCH (run:ImportRun {state: 'INTERRUPTED'})
WHERE NOT run.dryRun
RETURN run
ORDER BY run.id
LIMIT $limit
