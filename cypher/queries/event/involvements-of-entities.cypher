// The involvements of several entities in others and of others in them, in order of id.
// $ids: list of distinct strings, e.g. ["r2z-november-dialogues-2020"]
// -> one row per id {id, nodes}
UNWIND $ids AS id
RETURN id,
       COLLECT {
         MATCH (:Entity {id: id})<-[:PARTICIPANT|IN]-(involvement:Involvement)
         RETURN DISTINCT involvement
         ORDER BY involvement.id
       } AS nodes
