// The entities with a name that a full-text query finds, best first, and the agents that may be certain places.
// $query: Lucene query, made of the letters and digits of the caller's text, e.g. "+(bosto^4 bosto*)"
// $labels: list of the labels to find, e.g. ["City", "Region"]
// $looked: integer, how many names to read before comparing labels, e.g. 5000
// $limit: integer, how many names to return, e.g. 1000
// $identifiers: list of distinct {scheme, value} of the places that the gazetteer has with the caller's text as a name; often empty
// $nameKeys: list of distinct main names of these places as NameKey writes them, e.g. ["kyiv"]
// -> one row per name {id: of the entity, name, keys: of the name, own: whether it is the entity's own name, place: null}, and one
//    per agent of any label that may be a place {id, name, keys: [], own, place: map with the columns of known-agents}
CALL () {
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
  WITH entity.id AS id,
       coalesce(found.value, found.name, found.title) AS name,
       [key IN [found.nameKey, found.nameSpelled] WHERE key IS NOT NULL] AS keys,
       NOT found:Name AS own,
       score
  ORDER BY score DESC, id, name
  LIMIT $limit
  RETURN id, name, keys, own, score, null AS place
  UNION ALL
  CALL () {
    UNWIND $identifiers AS wanted
    MATCH (identifier:Identifier {scheme: wanted.scheme, value: wanted.value})<-[:HAS_IDENTIFIER]-(agent:Agent)
    USING INDEX SEEK identifier:Identifier(scheme, value)
    RETURN agent
    UNION
    MATCH (agent:Entity)
    USING INDEX agent:Entity(nameKey)
    WHERE agent.nameKey IN $nameKeys AND agent:Agent
    RETURN agent
  }
  RETURN agent.id AS id,
         agent.name AS name,
         [] AS keys,
         true AS own,
         0.0 AS score,
         agent {
           .id,
           .name,
           labels: labels(agent),
           .kind,
           resolved: coalesce(agent.resolution, 'RESOLVED') = 'RESOLVED',
           .countryId,
           .stateId,
           latitude: agent.position.y,
           longitude: agent.position.x,
           .population,
           identifiers: COLLECT {
             MATCH (agent)-[:HAS_IDENTIFIER]->(identifier:Identifier)
             RETURN identifier {.scheme, .value}
             ORDER BY identifier.scheme, identifier.value
           }
         } AS place
}
RETURN id, name, keys, own, place
ORDER BY score DESC, id, name
