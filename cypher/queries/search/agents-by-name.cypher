// The agents with one of several names, as their own or as another recorded name.
// $keys: list of distinct strings as NameKey writes them, e.g. ["koln", "koeln"]
// -> one row per key, agent and name {key, id, name, own, settled, countryId, stateId}
CALL () {
  // all keys in one index seek: a list of cities is looked up by thousands of keys, few of which are in the graph
  MATCH (named:Entity)
  USING INDEX named:Entity(nameKey)
  WHERE named.nameKey IN $keys
  RETURN named, named.nameKey AS key
  UNION
  MATCH (named:Entity)
  USING INDEX named:Entity(nameSpelled)
  WHERE named.nameSpelled IN $keys
  RETURN named, named.nameSpelled AS key
}
CALL (named) {
  WITH named
  WHERE named:Agent
  RETURN named AS agent, named.name AS name, true AS own
  UNION
  MATCH (named)<-[:HAS_NAME]-(agent:Agent)
  WHERE named:Name
  RETURN agent, named.value AS name, false AS own
}
WITH DISTINCT key, agent, name, own
RETURN key,
       agent.id AS id,
       name,
       own,
       coalesce(agent.resolution, 'RESOLVED') = 'RESOLVED' AS settled,
       agent.countryId AS countryId,
       agent.stateId AS stateId
ORDER BY key, id, own DESC, name
