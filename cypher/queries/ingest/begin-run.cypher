// Begins an import run.
// $run: map {id, kind, dryRun, worker, sourceId, mapping, mappingText, fileName, sha256, size, person, fileFindingCodes, fileFindingColumns, fileFindingMessages, and counts}
// -> one row {run: node}
CREATE (run:Entity:Activity:ImportRun {id: $run.id})
SET run += $run,
    run.state = 'RUNNING',
    run.linesDone = 0,
    run.bytesDone = 0,
    run.startedAt = datetime(),
    run.aliveAt = datetime()
RETURN run
