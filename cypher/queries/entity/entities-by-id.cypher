// Entities of any kind by id. That of an agent which was merged into another one is an id of the survivor.
// $ids: list of distinct strings, e.g. ["race-to-zero", "US-MA"]
// -> at most one row per id {id, entity: node}
UNWIND $ids AS id
MATCH (found:Entity {id: id})
RETURN id,
       CASE
         WHEN found:Merged THEN COLLECT { MATCH (found)-[:MERGED_INTO]->+(survivor:Agent) RETURN survivor }[0]
         ELSE found
       END AS entity
