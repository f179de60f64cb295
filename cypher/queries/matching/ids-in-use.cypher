// Which of several ids are in use, by whatever it is, in the answers or no longer.
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
