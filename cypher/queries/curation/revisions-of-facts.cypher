// The revision of each of several entities; for a claim, the revision of the fact it supports.
// $ids: list of distinct strings
// -> one row per known id {id, revision}
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN id,
       coalesce(COLLECT { MATCH (entity)-[:SUPPORTS]->(fact) RETURN coalesce(fact.revision, 1) AS revision ORDER BY revision DESC LIMIT 1 }[0], entity.revision, 1) AS revision
