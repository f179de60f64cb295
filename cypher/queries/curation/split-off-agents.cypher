// The agents that were split off each of several agents, in order of id.
// $ids: list of distinct strings
// -> one row per agent that others were split off {id, agentIds}
UNWIND $ids AS id
MATCH (agent:Entity {id: id})<-[:SPLIT_FROM]-(other:Agent)
WITH id, other
ORDER BY other.id
RETURN id, collect(other.id) AS agentIds
