// The ids among these that are in use, by a node of any kind, withdrawn or not.
// $ids: list of distinct strings, e.g. ["monza-it", "IT"]
// -> one row per id in use {id, identifiers: list of {scheme, value}}
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN entity.id AS id,
       COLLECT {
         MATCH (entity)-[:HAS_IDENTIFIER]->(identifier)
         WHERE identifier.value IS NOT NULL
         RETURN identifier {.scheme, .value}
         ORDER BY identifier.scheme, identifier.value
       } AS identifiers
ORDER BY id
