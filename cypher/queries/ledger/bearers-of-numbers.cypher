// Who bears numbers of registers.
// $numbers: list of distinct {agentId: who is to have it, scheme, value}
// -> one row per number that another agent bears {agentId, scheme, value, bearerId}
UNWIND $numbers AS number
MATCH (identifier:Identifier {scheme: number.scheme, value: number.value})<-[:HAS_IDENTIFIER]-(bearer:Agent)
USING INDEX SEEK identifier:Identifier(scheme, value)
WHERE bearer.id <> number.agentId
RETURN number.agentId AS agentId,
       number.scheme AS scheme,
       number.value AS value,
       bearer.id AS bearerId
ORDER BY agentId, scheme, bearerId
