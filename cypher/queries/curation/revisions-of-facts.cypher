// The revision of each of several things; of a claim, that of what rests on it.
// $ids: list of distinct strings
// -> one row per known thing {id, revision}
UNWIND $ids AS id
MATCH (thing:Entity {id: id})
RETURN id,
       coalesce(COLLECT { MATCH (thing)-[:SUPPORTS]->(fact) RETURN coalesce(fact.revision, 1) AS revision ORDER BY revision DESC LIMIT 1 }[0], thing.revision, 1) AS revision
