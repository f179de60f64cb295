// The last version number of claims: the first version has the plain id, later ones have .r2, .r3 and so on appended.
// $ids: list of distinct first ids
// -> one row per id {id, last: 0 if there is none yet}
UNWIND $ids AS id
OPTIONAL MATCH (claim:Entity)
WHERE claim.id STARTS WITH id + '.r' AND claim.versionOfId = id
WITH id, max(claim.version) AS last
RETURN id, coalesce(last, CASE WHEN EXISTS { (:Entity {id: id}) } THEN 1 ELSE 0 END) AS last
