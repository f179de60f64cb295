MATCH (city:City)
WHERE city.sortName STARTS WITH $prefix
WITH city
ORDER BY city.sortName
LIMIT 20
RETURN city.slug AS slug, city.name AS name, [(city)-[:LOCATED_IN]->(country) | country {.slug, .name}] AS country
