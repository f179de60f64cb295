// Imports of a source that were begun after a run, and that were not undone.
// $id: string, of the run
// -> one row per run {run: node}, the latest first
MATCH (earlier:ImportRun {id: $id})
MATCH (run:ImportRun {sourceId: earlier.sourceId})
WHERE run.id > earlier.id
  AND NOT run.dryRun
  AND run.state <> 'UNDONE'
RETURN run
ORDER BY run.id DESC
LIMIT 10
