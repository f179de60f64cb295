// What a source is recorded to say of a fact.
// $id: of the fact
// $sourceId: string
// -> one row per claim that stands {id}
MATCH (:Entity {id: $id})<-[:SUPPORTS]-(claim:Claim)
WHERE claim.sourceId = $sourceId
RETURN claim.id AS id
ORDER BY id
