// The standing claims of a source about the names of places.
// $sourceId: string
// -> one row per claim {id, placeId, activityId, recordedBy, origin}, in order of place
MATCH (source:Entity {id: $sourceId} WHERE source:Source)<-[:STATED_IN]-(claim:Claim {property: 'name'})-[:SUPPORTS]->(place:Place)
RETURN claim.id AS id,
       place.id AS placeId,
       claim.activityId AS activityId,
       claim.recordedBy AS recordedBy,
       claim.origin AS origin
ORDER BY placeId, id
