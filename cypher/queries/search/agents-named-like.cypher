// The agents whose names are most similar to each of several texts.
// $texts: list of {key, query: Lucene query made of letters and digits, e.g. "+(bostn~1)"}
// $limit: integer, how many names to look at for each text, e.g. 50
// -> one row per text and name {key, id, name, own, settled, countryId, stateId}
UNWIND $texts AS text
CALL (text) {
  CALL db.index.fulltext.queryNodes('names', text.query, {limit: $limit})
  YIELD node AS found, score
  CALL (found) {
    WITH found
    WHERE found:Agent
    RETURN found AS agent
    UNION
    MATCH (agent:Agent)-[:HAS_NAME]->(found:Name)
    RETURN agent
  }
  RETURN agent, found, score
}
RETURN text.key AS key,
       agent.id AS id,
       coalesce(found.value, found.name) AS name,
       NOT found:Name AS own,
       coalesce(agent.resolution, 'RESOLVED') = 'RESOLVED' AS settled,
       agent.countryId AS countryId,
       agent.stateId AS stateId
ORDER BY key, score DESC, id, name
