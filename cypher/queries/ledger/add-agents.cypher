// Adds cities and regions. Existing ones stay as they are; withdrawn ones are restored.
// $agents: list of {id, labels, properties, countryId, stateId, identifiers: [{id, scheme, value, url}]}, each once, in
// order of id
// $by: {activityId, recordedBy, origin}
// -> one row {added: how many were new}
UNWIND $agents AS row
MERGE (agent:Entity {id: row.id})
ON CREATE SET agent += row.properties,
              agent += $by,
              agent.recordedAt = datetime()
WITH row, agent, labels(agent) = ['Entity'] AS isNew
CALL (row, agent, isNew) {
  WITH row, agent, isNew
  WHERE NOT isNew AND agent:Withdrawn
  SET agent:$(row.labels),
      agent.formerLabels = null,
      agent.withdrawnAt = null,
      agent.withdrawnInId = null
  REMOVE agent:Withdrawn
}
WITH row, agent
WHERE isNew
SET agent:$(row.labels)
WITH row, agent
CALL (row, agent) {
  MATCH (country:Entity {id: row.countryId} WHERE country:Place)
  SET agent.countryId = country.id,
      agent.worldRegionId = country.partOfId
  CREATE (agent)-[:IN_COUNTRY {origin: $by.origin}]->(country)
}
CALL (row, agent) {
  MATCH (state:Entity {id: row.stateId} WHERE state:Place)
  SET agent.stateId = state.id
  CREATE (agent)-[:IN_STATE {origin: $by.origin}]->(state)
}
CALL (row, agent) {
  UNWIND row.identifiers AS each
  CREATE (identifier:Entity:Identifier)
  SET identifier = each,
      identifier += $by,
      identifier.recordedAt = datetime()
  CREATE (agent)-[:HAS_IDENTIFIER {origin: $by.origin}]->(identifier)
}
RETURN count(*) AS added
