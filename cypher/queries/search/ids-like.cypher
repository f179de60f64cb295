// Entities with a similar id or name, for ids that nothing has: also countries by their three-letter code, and sources, which are
// found by their title only, by the beginning of their id.
// $texts: list of maps {searched: the id, ids: list of other ways of writing it, query: Lucene query, made of its letters and digits}
// $limit: integer, how many names to read for each, e.g. 50
// -> one row per id and entity {searched, id: of the entity, keys: of its name}
UNWIND $texts AS text
CALL (text) {
  MATCH (entity:Entity)
  WHERE entity.id IN text.ids
  RETURN entity, [] AS keys
  UNION
  MATCH (entity:Place)
  WHERE entity.isoAlpha3 IN text.ids
  RETURN entity, [toLower(entity.isoAlpha3)] AS keys
  UNION
  MATCH (entity:Source)
  WHERE entity.id STARTS WITH toLower(left(text.searched, 3))
  RETURN entity, [] AS keys
  LIMIT 1000
  UNION
  CALL db.index.fulltext.queryNodes('names', text.query, {limit: $limit})
  YIELD node AS found
  CALL (found) {
    WITH found
    WHERE NOT found:Name
    RETURN found AS entity
    UNION ALL
    MATCH (entity:Entity)-[:HAS_NAME]->(found:Name)
    RETURN entity
  }
  RETURN entity, [key IN [found.nameKey, found.nameSpelled] WHERE key IS NOT NULL] AS keys
}
RETURN text.searched AS searched, entity.id AS id, keys
