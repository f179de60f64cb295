// What became of the lines of several runs after a line of each: the lines of a few batches, as batches store them.
// Ordered by the run as well, so that the index gives the order and only these batches are read.
// $runs: list of maps {id, line}, each run once; its batches that end at or before the line are left out
// $batches: integer, of each run
// $limit: integer, lines of each batch, the first
// -> one row per run {id, total, batches: [{lines, outcomes, details, claimCounts, claimIds}]}, in order of line
UNWIND $runs AS requested
MATCH (run:ImportRun {id: requested.id})
RETURN run.id AS id,
       run.linesDone AS total,
       COLLECT {
         MATCH (batch:ImportBatch {runId: requested.id})
         WHERE batch.lastLine > requested.line
         WITH batch
         ORDER BY batch.runId, batch.lastLine
         LIMIT $batches
         WITH batch, size([line IN batch.lines WHERE line <= requested.line]) AS first
         WITH batch,
              first,
              batch.claimCounts[first..first + $limit] AS claimCounts,
              reduce(sum = 0, claims IN batch.claimCounts[..first] | sum + claims) AS firstClaim
         RETURN {
           lines: batch.lines[first..first + $limit],
           outcomes: substring(batch.outcomes, first, $limit),
           details: batch.details[first..first + $limit],
           claimCounts: claimCounts,
           claimIds: batch.claimIds[firstClaim..reduce(sum = firstClaim, claims IN claimCounts | sum + claims)]
         }
         ORDER BY batch.runId, batch.lastLine
       } AS batches
