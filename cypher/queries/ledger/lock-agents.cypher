// Locks agents for this transaction, so that no other writer relates anything to them in the meantime.
// $ids: list of distinct strings, in order, so that two writers never wait for each other
// -> no rows
UNWIND $ids AS id
MATCH (agent:Entity {id: id})
SET agent.id = id
