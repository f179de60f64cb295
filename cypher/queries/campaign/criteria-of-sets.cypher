// The criteria of several sets, in their order.
// $ids: list of distinct strings, e.g. ["r2z-criteria-b"]
// -> one row per id {id, nodes}
UNWIND $ids AS id
RETURN id,
       COLLECT {
         MATCH (:Entity {id: id})<-[:IN_SET]-(criterion:Criterion)
         RETURN criterion
         ORDER BY criterion.position, criterion.id
       } AS nodes
