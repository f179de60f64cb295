// Entities of any kind by id. That of an agent which was merged into another one is an id of the survivor.
// $ids: list of distinct strings, e.g. ["race-to-zero", "US-MA"]
// $keys: map from the labels of kinds that are not fetched whole to the properties to fetch, e.g. {City: ["id", "name"]}
// -> at most one row per id {id, label: of those in $keys, or null, entity: list of the values of its keys, or the whole node}
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
