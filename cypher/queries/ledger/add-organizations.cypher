// Adds organizations. Existing ones stay as they are; withdrawn ones are restored.
// $organizations: list of {id, labels, properties, countryId}, each once, in order of id
// $by: {activityId, recordedBy, origin}
// -> one row {added: how many were new}
UNWIND $organizations AS row
MERGE (organization:Entity {id: row.id})
ON CREATE SET organization += row.properties,
              organization += $by,
              organization.recordedAt = datetime(),
              organization.knownMembers = 0
WITH row, organization, labels(organization) = ['Entity'] AS isNew
CALL (row, organization, isNew) {
  WITH row, organization, isNew
  WHERE NOT isNew AND organization:Withdrawn
  SET organization:$(row.labels),
      organization.formerLabels = null,
      organization.withdrawnAt = null,
      organization.withdrawnInId = null
  REMOVE organization:Withdrawn
}
WITH row, organization
WHERE isNew
SET organization:$(row.labels)
WITH row, organization
CALL (row, organization) {
  MATCH (country:Entity {id: row.countryId} WHERE country:Place)
  SET organization.countryId = country.id
  CREATE (organization)-[:LOCATED_IN {origin: $by.origin}]->(country)
}
RETURN count(*) AS added
