// Records what became of the lines of a batch: per line one letter and the number of claims, then all claims in order.
// $batch: map {id, runId, firstLine, lastLine, lines, outcomes, claimCounts, claimIds, keys, values, details,
// unsureOfAll, unsureOfIds}
// $findings: list of {id, runId, line, name, column, code, message, outcome}
// -> no rows
CREATE (batch:ImportBatch)
SET batch = $batch
WITH batch
UNWIND $findings AS row
CREATE (finding:ImportFinding)
SET finding = row
