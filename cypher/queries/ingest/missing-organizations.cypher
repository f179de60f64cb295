// Which of some organizations are not in the graph.
// $ids: list of distinct strings
// -> one row per missing id {id}, in order
UNWIND $ids AS id
WITH id
WHERE NOT EXISTS { MATCH (organization:Entity {id: id}) WHERE organization:Organization }
RETURN id
ORDER BY id
