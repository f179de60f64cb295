// What became of the lines of several runs before a line of each: the lines of a few batches, as batches store them.
// Ordered by the run as well, with a bound of `lastLine`, so that the index gives the order and only these batches are read.
// $runs: list of maps {id, line}, each run once; its batches that begin at or after the line are left out
// $batches: integer, of each run
// $limit: integer, lines of each batch, the last
// -> one row per run {id, total, batches: [{lines, outcomes, details, claimCounts, claimIds}]}, the last batch first
UNWIND $runs AS requested
MATCH (run:ImportRun {id: requested.id})
RETURN run.id AS id,
       run.linesDone AS total,
       COLLECT {
         MATCH (batch:ImportBatch {runId: requested.id})
         WHERE batch.firstLine < requested.line
           AND batch.lastLine > 0
         WITH batch
         ORDER BY batch.runId DESC, batch.lastLine DESC
         LIMIT $batches
         WITH batch, size([line IN batch.lines WHERE line < requested.line]) AS stop
         WITH batch, stop, CASE WHEN stop > $limit THEN stop - $limit ELSE 0 END AS first
         WITH batch,
              stop,
              first,
              batch.claimCounts[first..stop] AS claimCounts,
              reduce(sum = 0, claims IN batch.claimCounts[..first] | sum + claims) AS firstClaim
         RETURN {
           lines: batch.lines[first..stop],
           outcomes: substring(batch.outcomes, first, stop - first),
           details: batch.details[first..stop],
           claimCounts: claimCounts,
           claimIds: batch.claimIds[firstClaim..reduce(sum = firstClaim, claims IN claimCounts | sum + claims)]
         }
         ORDER BY batch.runId DESC, batch.lastLine DESC
       } AS batches
