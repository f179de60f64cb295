// The other names of several agents, in order of value.
// $ids: list of distinct strings, e.g. ["uclg-aspac"]
// -> one row per id {id, nodes}
UNWIND $ids AS id
RETURN id,
       COLLECT {
         MATCH (:Entity {id: id})-[:HAS_NAME]->(name:Name)
         RETURN name
         ORDER BY name.value, name.id
       } AS nodes
