// The labels of nodes.
// $ids: list of distinct strings
// -> one row per id that is in the graph {id, labels}
UNWIND $ids AS id
MATCH (thing:Entity {id: id})
RETURN id, labels(thing) AS labels
