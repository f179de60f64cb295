// How many runs say they run and have given no sign of life for a while, as ingest/interrupt-runs notes them.
// $quiet: integer, seconds without a sign of life
// $own: list of strings, runs that surely are at work
// -> one row {runs: count}
MATCH (run:ImportRun)
WHERE run.state IN ['RUNNING', 'UNDOING']
  AND NOT run.id IN $own
  AND duration.inSeconds(run.aliveAt, datetime()).seconds > $quiet
RETURN count(run) AS runs
