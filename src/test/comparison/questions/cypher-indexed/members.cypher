MATCH (city:City)-[member:MEMBER_OF]->()
WHERE member.networkSlug = $network AND member.citySort > ''
WITH city, member
ORDER BY member.networkSlug, member.citySort
LIMIT 50
RETURN city.slug AS slug, city.name AS name, member.since AS since,
  [(city)-[:LOCATED_IN]->(country) | country {.slug, .name, .iso}] AS country,
  [(city)-[:MEMBER_OF]->(other) WHERE other.slug <> $network | other {.slug, .name}] AS networks
