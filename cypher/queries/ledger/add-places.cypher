// Adds subdivisions of countries. Existing ones stay as they are; withdrawn ones are restored.
// $places: list of {id, properties, countryId}, each once, in order of id
// $by: {activityId, recordedBy, origin}
// -> one row per new or restored place {id}, in order
UNWIND $places AS row
MERGE (place:Entity {id: row.id})
ON CREATE SET place += row.properties,
              place += $by,
              place.recordedAt = datetime()
WITH row, place, labels(place) = ['Entity'] AS isNew
WHERE isNew OR place:Withdrawn
SET place:Place,
    place.formerLabels = null,
    place.withdrawnAt = null,
    place.withdrawnInId = null,
    place.withdrawnBy = null
REMOVE place:Withdrawn
WITH row, place, isNew
CALL (row, place, isNew) {
  WITH row, place, isNew
  WHERE isNew
  MATCH (country:Entity {id: row.countryId} WHERE country:Place)
  SET place.partOfId = country.id
  CREATE (place)-[:PART_OF {origin: $by.origin}]->(country)
}
RETURN row.id AS id
ORDER BY id
