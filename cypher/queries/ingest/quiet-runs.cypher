// How many runs are marked as running but have made no progress for a while; ingest/interrupt-runs marks them.
// $quiet: integer, seconds without progress
// $own: list of strings, runs known to be active
// -> one row {runs: count}
MATCH (run:ImportRun)
WHERE run.state IN ['RUNNING', 'UNDOING']
  AND NOT run.id IN $own
  AND duration.inSeconds(run.aliveAt, datetime()).seconds > $quiet
RETURN count(run) AS runs
