// Entities of any kind by id.
// $ids: list of distinct strings, e.g. ["race-to-zero", "US-MA"]
// -> at most one row per id {entity: node}
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN entity
