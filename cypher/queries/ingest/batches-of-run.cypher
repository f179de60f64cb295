// What became of the lines of a run after a line, batch by batch.
// $id: string, of the run
// $after: integer, a line; batches that end at or before it are left out
// $limit: integer, batches
// -> one row per batch {batch: node}, in order of line
MATCH (batch:ImportBatch {runId: $id})
WHERE batch.lastLine > $after
RETURN batch
ORDER BY batch.lastLine
LIMIT $limit
