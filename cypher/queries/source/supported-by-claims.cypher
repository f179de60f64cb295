// What each of several claims supports, in order of id.
// $ids: list of distinct strings, e.g. ["claim-4.12"]
// -> one row per known claim {id, supported: ids}
UNWIND $ids AS id
MATCH (claim:Entity {id: id})
RETURN id,
       COLLECT {
         MATCH (claim)-[:SUPPORTS]->(supported)
         RETURN supported.id
         ORDER BY supported.id
       } AS supported
