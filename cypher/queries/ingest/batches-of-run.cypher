// What became of the lines of a run after a line, batch by batch.
// Ordered by the run as well, so that the index gives the order and only these batches are read.
// $id: string, of the run
// $after: integer, a line; batches that end at or before it are left out
// $limit: integer, batches
// -> one row per batch {batch: node}, in order of line
MATCH (batch:ImportBatch {runId: $id})
WHERE batch.lastLine > $after
RETURN batch
ORDER BY batch.runId, batch.lastLine
LIMIT $limit
