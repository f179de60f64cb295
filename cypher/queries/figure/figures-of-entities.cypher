// The figures about several entities, in order of id.
// $ids: list of distinct strings, e.g. ["ramcc"]
// -> one row per id {id, nodes}
UNWIND $ids AS id
RETURN id,
       COLLECT {
         MATCH (:Entity {id: id})<-[:ABOUT]-(figure:Figure)
         RETURN figure
         ORDER BY figure.id
       } AS nodes
