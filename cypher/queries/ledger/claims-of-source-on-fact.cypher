// Standing claims of one source on one property of an entity.
// $id: of the entity
// $sourceId: string
// $property: e.g. "classification"
// -> one row per claim {claim: properties}
MATCH (:Entity {id: $id})<-[:SUPPORTS]-(claim:Claim {property: $property})
WHERE claim.sourceId = $sourceId
RETURN properties(claim) AS claim
ORDER BY claim.id
