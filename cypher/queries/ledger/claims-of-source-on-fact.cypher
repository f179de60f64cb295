// What a source says of a thing under one property, claims that stand only.
// $id: of the thing
// $sourceId: string
// $property: e.g. "classification"
// -> one row per claim {claim: properties}
MATCH (:Entity {id: $id})<-[:SUPPORTS]-(claim:Claim {property: $property})
WHERE claim.sourceId = $sourceId
RETURN properties(claim) AS claim
ORDER BY claim.id
