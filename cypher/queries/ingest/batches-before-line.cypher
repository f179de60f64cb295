// What became of the lines of a run before a line, batch by batch, the last first.
// $id: string, of the run
// $before: integer, a line; batches that begin at or after it are left out
// $limit: integer, batches
// -> one row per batch {batch: node}, in descending order of line
MATCH (batch:ImportBatch {runId: $id})
WHERE batch.firstLine < $before
RETURN batch
ORDER BY batch.lastLine DESC
LIMIT $limit
