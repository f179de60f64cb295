// Which mappings were used for imports that are not undone, not counting dry runs.
// $mappings: list of ids
// -> one row per mapping that was used {mapping: id, imported: whether an import was completed, latest: id of the latest run}
UNWIND $mappings AS mapping
MATCH (run:ImportRun {mapping: mapping})
WHERE NOT run.dryRun
  AND run.state <> 'UNDONE'
WITH mapping, run
ORDER BY run.startedAt DESC, run.id
WITH mapping, collect(run) AS runs
RETURN mapping,
       any(run IN runs WHERE run.state = 'DONE') AS imported,
       runs[0].id AS latest
ORDER BY mapping
