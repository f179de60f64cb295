MATCH (:Network {slug: $network})<-[member:MEMBER_OF]-(city)
WITH city, member
ORDER BY city.sortName, city.slug
LIMIT 50
RETURN city.slug AS slug, city.name AS name, member.since AS since,
  [(city)-[:LOCATED_IN]->(country) | country {.slug, .name, .iso}] AS country,
  [(city)-[:MEMBER_OF]->(other) WHERE other.slug <> $network | other {.slug, .name}] AS networks
