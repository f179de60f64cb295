// Activities by id, whatever their kind.
// $ids: list of distinct strings
// -> at most one row per id {id, activity: node}
UNWIND $ids AS id
MATCH (activity:Entity {id: id})
WHERE activity:Activity
RETURN id, activity
