// Writes new versions of lists of members.
// $lists: list of {organizationId, sourceId, selectedFromIds, list: all its properties}
// $origin: string, "import" or "curated"
// -> one row {written: how many have a source and an organization in the graph}
UNWIND $lists AS row
MATCH (source:Entity {id: row.sourceId} WHERE source:Source)
MATCH (organization:Entity {id: row.organizationId} WHERE organization:Organization)
CREATE (list:Entity:MemberList)
SET list = row.list,
    list.recordedAt = datetime()
CREATE (list)-[:STATED_IN {origin: $origin}]->(source)
CREATE (list)-[:LIST_OF {origin: $origin}]->(organization)
WITH row, list
CALL (row, list) {
  UNWIND row.selectedFromIds AS id
  MATCH (other:Entity {id: id} WHERE other:Organization)
  CREATE (list)-[:SELECTED_FROM {origin: $origin}]->(other)
}
RETURN count(*) AS written
