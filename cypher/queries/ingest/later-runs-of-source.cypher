// Imports of a source that were begun after a run, and that were not undone. Only the moment tells: ids of runs that were
// begun within one second stand in no order.
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
