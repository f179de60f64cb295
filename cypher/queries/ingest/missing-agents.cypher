// The ids among these that no agent in the graph has.
// $ids: list of distinct strings
// -> one row per missing id {id}, in order
UNWIND $ids AS id
WITH id
WHERE NOT EXISTS { MATCH (agent:Entity {id: id}) WHERE agent:Agent }
RETURN id
ORDER BY id
