// How far claims were numbered: the first is called by the id itself, the next ones by it and .r2, .r3 and so on.
// $ids: list of distinct first ids
// -> one row per id {id, last: 0 when there is none yet}
UNWIND $ids AS id
OPTIONAL MATCH (claim:Entity)
WHERE claim.id STARTS WITH id + '.r' AND claim.versionOfId = id
WITH id, max(claim.version) AS last
RETURN id, coalesce(last, CASE WHEN EXISTS { (:Entity {id: id}) } THEN 1 ELSE 0 END) AS last
