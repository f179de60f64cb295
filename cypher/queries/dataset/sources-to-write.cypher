// Which of these ids sources have.
// $ids: list of distinct strings
// -> one row per source {id}
UNWIND $ids AS id
MATCH (source:Entity {id: id})
WHERE source:Source
RETURN id
