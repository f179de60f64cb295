// Whether the graph has an agent.
// $id: string
// -> one row {id}, or none
MATCH (agent:Entity {id: $id})
WHERE agent:Agent
RETURN agent.id AS id
