// Which of several ids are in use, whatever for, and which of several places are in the graph.
// $ids: list of distinct strings, e.g. ["monza-it", "IT"]
// -> one row per id in use {id}
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN entity.id AS id
ORDER BY id
