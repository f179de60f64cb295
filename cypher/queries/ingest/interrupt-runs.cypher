// Marks runs as interrupted that are marked as running and have made no progress for a while.
// $quiet: integer, seconds without progress; -1 when no other process can use this database
// $own: list of strings, runs known to be active
// -> one row per run {run: node}, in order of id
MATCH (run:ImportRun)
WHERE run.state IN ['RUNNING', 'UNDOING']
  AND NOT run.id IN $own
  AND duration.inSeconds(run.aliveAt, datetime()).seconds > $quiet
SET run.message = CASE run.state
      WHEN 'UNDOING' THEN 'interrupted while it was being undone'
      ELSE 'interrupted after ' + run.linesDone + ' lines'
    END,
    run.state = 'INTERRUPTED',
    run.endedAt = datetime()
RETURN run
ORDER BY run.id
