// Adds a source. An existing one stays as it is; a different text of it is kept as an edition.
// $id: string
// $properties: of the source, without its id
// $publisherId: the organization that published it, or null
// $edition: {id, file, sha256, retrievedAt and its two days}, or null when the text has no checksum
// $by: {activityId, recordedBy, origin}
// -> one row {added: whether it was new, publisher: whether its publisher is in the graph}
MERGE (source:Entity {id: $id})
ON CREATE SET source += $properties,
              source += $by,
              source.recordedAt = datetime()
WITH source, labels(source) = ['Entity'] AS added
CALL (source, added) {
  WITH source, added
  WHERE added OR source:Withdrawn
  SET source:Source,
      source.formerLabels = null,
      source.withdrawnAt = null,
      source.withdrawnInId = null
  REMOVE source:Withdrawn
}
CALL (source, added) {
  WITH source, added
  WHERE added
  MATCH (publisher:Entity {id: $publisherId} WHERE publisher:Organization)
  SET source.publisherId = publisher.id
  CREATE (source)-[:PUBLISHED_BY {origin: $by.origin}]->(publisher)
}
CALL (source, added) {
  WITH source, added
  WHERE NOT added AND $edition IS NOT NULL AND coalesce(source.sha256, '') <> $edition.sha256
  MERGE (edition:Entity {id: $edition.id})
  ON CREATE SET edition += $edition,
                edition += $by,
                edition.recordedAt = datetime(),
                edition:Edition
  MERGE (edition)-[link:EDITION_OF]->(source)
  ON CREATE SET link.origin = $by.origin
}
RETURN added, $publisherId IS NULL OR EXISTS { (:Organization {id: $publisherId}) } AS publisher
