// Agents that bear one of several names, as their own or as another recorded name.
// $keys: list of distinct strings as NameKey writes them, e.g. ["koln", "koeln"]
// -> one row per key, agent and name {key, id, name, own, settled, countryId, stateId}
UNWIND $keys AS key
CALL (key) {
  MATCH (agent:Entity {nameKey: key})
  WHERE agent:Agent
  RETURN agent, agent.name AS name, true AS own
  UNION
  MATCH (agent:Entity {nameSpelled: key})
  WHERE agent:Agent
  RETURN agent, agent.name AS name, true AS own
  UNION
  MATCH (other:Entity {nameKey: key})<-[:HAS_NAME]-(agent:Agent)
  WHERE other:Name
  RETURN agent, other.value AS name, false AS own
  UNION
  MATCH (other:Entity {nameSpelled: key})<-[:HAS_NAME]-(agent:Agent)
  WHERE other:Name
  RETURN agent, other.value AS name, false AS own
}
RETURN key,
       agent.id AS id,
       name,
       own,
       coalesce(agent.resolution, 'RESOLVED') = 'RESOLVED' AS settled,
       agent.countryId AS countryId,
       agent.stateId AS stateId
ORDER BY key, id, own DESC, name
