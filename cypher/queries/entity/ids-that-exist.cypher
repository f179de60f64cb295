// Which of these ids something in the graph has.
// $ids: list of distinct strings, e.g. ["race-to-zero", "US-MA"]
// -> one row per id that exists {id}
UNWIND $ids AS id
MATCH (found:Entity {id: id})
RETURN found.id AS id
