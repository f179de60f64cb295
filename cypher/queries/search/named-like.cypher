// The entities with a name that a full-text query finds, best first.
// $query: Lucene query, made of the letters and digits of the caller's text, e.g. "+(bosto^4 bosto*)"
// $labels: list of the labels to find, e.g. ["City", "Region"]
// $looked: integer, how many names to read before comparing labels, e.g. 5000
// $limit: integer, how many names to return, e.g. 1000
// -> one row per name {id: of the entity, name, keys: of the name, own: whether it is the entity's own name}
CALL db.index.fulltext.queryNodes('names', $query, {limit: $looked})
YIELD node AS found, score
CALL (found) {
  WITH found
  WHERE NOT found:Name
  RETURN found AS entity
  UNION ALL
  MATCH (entity:Entity)-[:HAS_NAME]->(found:Name)
  RETURN entity
}
WITH entity, found, score
WHERE any(label IN labels(entity) WHERE label IN $labels)
RETURN entity.id AS id,
       coalesce(found.value, found.name, found.title) AS name,
       [key IN [found.nameKey, found.nameSpelled] WHERE key IS NOT NULL] AS keys,
       NOT found:Name AS own
ORDER BY score DESC, id, name
LIMIT $limit
