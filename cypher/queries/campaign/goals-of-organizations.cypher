// The goals of several organizations, in order of id.
// $ids: list of distinct strings, e.g. ["race-to-zero"]
// -> one row per id {id, nodes}
UNWIND $ids AS id
RETURN id,
       COLLECT {
         MATCH (:Entity {id: id})<-[:ABOUT]-(goal:Goal)
         RETURN goal
         ORDER BY goal.id
       } AS nodes
