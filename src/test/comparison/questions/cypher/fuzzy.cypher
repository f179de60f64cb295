CALL db.index.fulltext.queryNodes('cityNames', $phrase, {limit: 20})
YIELD node AS city, score
RETURN city.slug AS slug, city.name AS name, score, [(city)-[:LOCATED_IN]->(country) | country {.slug, .name}] AS country
