// Standing claims of a source on a fact.
// $id: of the fact
// $sourceId: string
// -> one row per claim {id}
MATCH (:Entity {id: $id})<-[:SUPPORTS]-(claim:Claim)
WHERE claim.sourceId = $sourceId
RETURN claim.id AS id
ORDER BY id
