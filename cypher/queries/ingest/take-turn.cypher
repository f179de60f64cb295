// Takes the turn to begin or go on with an import of a source: whoever else does waits here until this transaction ends.
// $sourceId: string
// -> one row per import of this source that is under way {run: node, quiet: seconds since it last gave a sign of life}
MERGE (turn:ImportTurn {sourceId: $sourceId})
SET turn.takenAt = datetime()
WITH turn
MATCH (run:ImportRun {sourceId: $sourceId})
WHERE run.state IN ['RUNNING', 'UNDOING']
  AND NOT run.dryRun
RETURN run,
       duration.inSeconds(run.aliveAt, datetime()).seconds AS quiet
