// Which of these places are not in the graph.
// $ids: list of distinct strings
// -> one row per missing id {id}, in order
UNWIND $ids AS id
WITH id
WHERE NOT EXISTS { MATCH (place:Entity {id: id}) WHERE place:Place }
RETURN id
ORDER BY id
