// Adds missing pledges that claims are about to support, and locks all of them for this transaction.
// $pledges: list of {id, properties: {subjectId, underId or absent, …}}, each once, in order of id: two writers then never wait
// for each other
// $by: {activityId, recordedBy, origin}
// -> one row {linked: how many are linked to who made them and to the organization they were made under}
UNWIND $pledges AS row
MERGE (pledge:Entity {id: row.id})
ON CREATE SET pledge += row.properties,
              pledge += $by,
              pledge.recordedAt = datetime()
ON MATCH SET pledge.id = row.id
WITH row, pledge, labels(pledge) = ['Entity'] AS isNew
CALL (row, pledge, isNew) {
  WITH row, pledge
  WHERE isNew
  MATCH (subject:Entity {id: row.properties.subjectId} WHERE subject:Agent)
  SET pledge:Pledge
  CREATE (pledge)-[:ABOUT {origin: $by.origin}]->(subject)
}
CALL (row, pledge, isNew) {
  WITH row, pledge
  WHERE isNew
  MATCH (under:Entity {id: row.properties.underId} WHERE under:Organization)
  CREATE (pledge)-[:UNDER {origin: $by.origin}]->(under)
}
RETURN sum(CASE WHEN row.properties.underId IS NULL OR EXISTS { (pledge)-[:UNDER]->() } THEN 1 ELSE 0 END) AS linked
