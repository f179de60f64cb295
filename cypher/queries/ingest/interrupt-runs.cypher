// Notes that runs were interrupted: those that say they run and have given no sign of life for a while.
// $quiet: integer, seconds without a sign of life; -1 when no other process can be at work on this database
// $own: list of strings, runs that surely are at work
// -> one row per run {run: node}, in order of id
MATCH (run:ImportRun)
WHERE run.state IN ['RUNNING', 'UNDOING']
  AND NOT run.id IN $own
  AND duration.inSeconds(run.aliveAt, datetime()).seconds > $quiet
SET run.message = CASE run.state
      WHEN 'UNDOING' THEN 'interrupted while it was undone'
      ELSE 'interrupted after ' + run.linesDone + ' lines'
    END,
    run.state = 'INTERRUPTED',
    run.endedAt = datetime()
RETURN run
ORDER BY run.id
