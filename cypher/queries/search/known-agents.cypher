// Finds agents by id, by identifier in a register or by main name, with what distinguishes them from their namesakes.
// $ids: list of distinct strings, e.g. ["boston"]
// $identifiers: list of distinct {scheme, value}, e.g. [{scheme: "geonames", value: "4930956"}]
// $nameKeys: list of distinct strings as NameKey writes them, e.g. ["koln"]
// -> one row per agent {id, name, labels, kind, resolved, countryId, stateId, latitude, longitude, population, identifiers: list of {scheme, value}}
CALL () {
  UNWIND $ids AS id
  MATCH (agent:Entity {id: id})
  WHERE agent:Agent
  RETURN agent
  UNION
  UNWIND $identifiers AS wanted
  MATCH (identifier:Identifier {scheme: wanted.scheme, value: wanted.value})<-[:HAS_IDENTIFIER]-(agent:Agent)
  USING INDEX SEEK identifier:Identifier(scheme, value)
  RETURN agent
  UNION
  MATCH (agent:Entity)
  USING INDEX agent:Entity(nameKey)
  WHERE agent.nameKey IN $nameKeys AND agent:Agent
  RETURN agent
}
RETURN agent.id AS id,
       agent.name AS name,
       labels(agent) AS labels,
       agent.kind AS kind,
       coalesce(agent.resolution, 'RESOLVED') = 'RESOLVED' AS resolved,
       agent.countryId AS countryId,
       agent.stateId AS stateId,
       agent.position.y AS latitude,
       agent.position.x AS longitude,
       agent.population AS population,
       COLLECT {
         MATCH (agent)-[:HAS_IDENTIFIER]->(identifier:Identifier)
         RETURN identifier {.scheme, .value}
         ORDER BY identifier.scheme, identifier.value
       } AS identifiers
ORDER BY id
