// The criteria sets stated for several organizations, in order of id.
// $ids: list of distinct strings, e.g. ["race-to-zero"]
// -> one row per id {id, nodes}
UNWIND $ids AS id
RETURN id,
       COLLECT {
         MATCH (:Entity {id: id})<-[:ABOUT]-(set:CriteriaSet)
         RETURN set
         ORDER BY set.id
       } AS nodes
