// Holds agents for this transaction, so that nobody relates anything to them meanwhile.
// $ids: list of distinct strings, in order, so that two writers never wait for each other
// -> no rows
UNWIND $ids AS id
MATCH (agent:Entity {id: id})
SET agent.id = id
