// The latest import of a source, if it read this file with this mapping and was interrupted.
// $sourceId: string
// $sha256: string, of the file
// $mappingText: string
// -> one row {run: node}, or none
MATCH (run:ImportRun {sourceId: $sourceId})
WHERE NOT run.dryRun
  AND run.state <> 'UNDONE'
WITH run
ORDER BY run.startedAt DESC, run.id
LIMIT 1
WHERE run.sha256 = $sha256
  AND run.mappingText = $mappingText
  AND run.state IN ['INTERRUPTED', 'CANCELLED']
  AND run.undoId IS NULL
RETURN run
