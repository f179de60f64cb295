// Begins or resumes the undo of a run and records the activity that undoes it.
// $id: string, of the run
// $worker: string
// $undo: map {id, kind, person}
// -> one row {run: node, undoId, person}; none when there is nothing to undo
MATCH (run:ImportRun {id: $id})
WHERE NOT run.dryRun
  AND run.state IN ['DONE', 'INTERRUPTED', 'CANCELLED', 'FAILED']
MERGE (undo:Entity {id: coalesce(run.undoId, $undo.id)})
ON CREATE SET undo += $undo,
              undo.startedAt = datetime(),
              undo.undoesId = run.id,
              undo:Activity:Edit
SET run.state = 'UNDOING',
    run.undoId = undo.id,
    run.worker = $worker,
    run.aliveAt = datetime()
RETURN run,
       undo.id AS undoId,
       undo.person AS person
