CALL db.index.fulltext.queryNodes('names', $query, {limit: 10})
YIELD node AS city, score
RETURN score, city.id AS id, city.name AS name, [(city)-[:IN_COUNTRY]->(country) | {name: country.name}] AS country
ORDER BY score DESC, id
