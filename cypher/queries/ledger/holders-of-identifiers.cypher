// Agents that already have some register identifiers.
// $identifiers: list of distinct {agentId: the agent to be given it, scheme, value}
// -> one row per identifier that another agent has {agentId, scheme, value, holderId}
UNWIND $identifiers AS wanted
MATCH (identifier:Identifier {scheme: wanted.scheme, value: wanted.value})<-[:HAS_IDENTIFIER]-(holder:Agent)
USING INDEX SEEK identifier:Identifier(scheme, value)
WHERE holder.id <> wanted.agentId
RETURN wanted.agentId AS agentId,
       wanted.scheme AS scheme,
       wanted.value AS value,
       holder.id AS holderId
ORDER BY agentId, scheme, holderId
