// Which agents were separated from each of several, in order of id.
// $ids: list of distinct strings
// -> one row per agent that others were separated from {id, agentIds}
UNWIND $ids AS id
MATCH (agent:Entity {id: id})<-[:SPLIT_FROM]-(other:Agent)
WITH id, other
ORDER BY other.id
RETURN id, collect(other.id) AS agentIds
