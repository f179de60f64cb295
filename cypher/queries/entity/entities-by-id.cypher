// Entities of any kind by id.
// $ids: list of distinct strings, e.g. ["race-to-zero", "US-MA"]
// $keys: map from the labels of kinds that are not fetched whole to the properties to fetch, e.g. {City: ["id", "name"]}
// -> at most one row per id {label: of those in $keys, or null, entity: list of the values of its keys, or the whole node}
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
WITH entity, [label IN labels(entity) WHERE $keys[label] IS NOT NULL][0] AS label
RETURN label,
       CASE WHEN label IS NULL THEN entity ELSE [key IN $keys[label] | entity[key]] END AS entity
