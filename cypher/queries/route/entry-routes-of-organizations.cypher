// The entry routes into several organizations, in order of id.
// $ids: list of distinct strings, e.g. ["race-to-zero"]
// -> one row per id {id, nodes}
UNWIND $ids AS id
RETURN id,
       COLLECT {
         MATCH (:Entity {id: id})<-[:LEADS_INTO]-(route:EntryRoute)
         RETURN route
         ORDER BY route.id
       } AS nodes
