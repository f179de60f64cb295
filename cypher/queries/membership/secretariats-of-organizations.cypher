// The secretariats of several organizations, in order of name.
// $ids: list of distinct strings, e.g. ["gcom"]
// -> one row per id {id, nodes}
UNWIND $ids AS id
RETURN id,
       COLLECT {
         MATCH (:Entity {id: id})<-[:POST_IN]-(secretariat:Secretariat)
         RETURN secretariat
         ORDER BY secretariat.sortName, secretariat.id
       } AS nodes
