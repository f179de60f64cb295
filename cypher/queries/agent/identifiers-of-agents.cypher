// The identifiers of several agents, in order of register.
// $ids: list of distinct strings, e.g. ["boston"]
// -> one row per id {id, nodes}
UNWIND $ids AS id
RETURN id,
       COLLECT {
         MATCH (:Entity {id: id})-[:HAS_IDENTIFIER]->(identifier:Identifier)
         RETURN identifier
         ORDER BY identifier.scheme, identifier.value
       } AS nodes
