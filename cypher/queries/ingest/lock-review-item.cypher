// Locks a question of the review queue: anyone else who settles it waits until this transaction ends.
// $id: string
// -> one row {item: node, rows: list of nodes that wait, in order of run and id}, or none
MATCH (item:ReviewItem {id: $id})
SET item.takenAt = datetime()
RETURN item,
       COLLECT {
         MATCH (item)<-[:WAITS_FOR]-(waiting:WaitingRow {state: 'WAITING'})
         RETURN waiting
         ORDER BY waiting.runId, waiting.id
       } AS rows
