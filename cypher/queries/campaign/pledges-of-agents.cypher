// The pledges of several cities and regions, in order of id.
// $ids: list of distinct strings, e.g. ["boston"]
// -> one row per id {id, nodes}
UNWIND $ids AS id
RETURN id,
       COLLECT {
         MATCH (:Entity {id: id})<-[:ABOUT]-(pledge:Pledge)
         RETURN pledge
         ORDER BY pledge.id
       } AS nodes
