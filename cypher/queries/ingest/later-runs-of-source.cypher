// Imports of the same source that began after a run and were not undone. Compares start times, because the ids of runs
// that began within the same second are not in order.
// $id: string, of the run
// -> one row per run {run: node}, the latest first
MATCH (earlier:ImportRun {id: $id})
MATCH (run:ImportRun {sourceId: earlier.sourceId})
WHERE run.startedAt > earlier.startedAt
  AND NOT run.dryRun
  AND run.state <> 'UNDONE'
RETURN run
ORDER BY run.startedAt DESC, run.id
LIMIT 10
