// Locks a source: any other import of it that begins or resumes waits until this transaction ends.
// $sourceId: string
// -> one row per running import of this source {run: node, quiet: seconds since its last progress}
MERGE (turn:ImportTurn {sourceId: $sourceId})
SET turn.takenAt = datetime()
WITH turn
MATCH (run:ImportRun {sourceId: $sourceId})
WHERE run.state IN ['RUNNING', 'UNDOING']
  AND NOT run.dryRun
RETURN run,
       duration.inSeconds(run.aliveAt, datetime()).seconds AS quiet
