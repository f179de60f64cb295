// Interrupted imports that can be resumed, or whose undo can be, the oldest first.
// $limit: integer
// -> one row per run {run: node}
MATCH (run:ImportRun {state: 'INTERRUPTED'})
WHERE NOT run.dryRun
RETURN run
ORDER BY run.id
LIMIT $limit
