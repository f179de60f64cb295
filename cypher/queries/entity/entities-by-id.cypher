// Entities of any type by id. The former id of a merged agent returns the survivor.
// $ids: list of distinct strings, e.g. ["race-to-zero", "US-MA"]
// $keys: for labels whose nodes are not fetched whole, a map to the properties to fetch, e.g. {City: ["id", "name"]}
// -> at most one row per id {id, label: its label in $keys, or null, entity: list of the values of its keys, or the whole node}
UNWIND $ids AS id
MATCH (found:Entity {id: id})
WITH id,
     CASE
       WHEN found:Merged THEN COLLECT { MATCH (found)-[:MERGED_INTO]->+(survivor:Agent) RETURN survivor }[0]
       ELSE found
     END AS entity
WITH id, entity, [label IN labels(entity) WHERE $keys[label] IS NOT NULL][0] AS label
RETURN id,
       label,
       CASE WHEN label IS NULL THEN entity ELSE [key IN $keys[label] | entity[key]] END AS entity
