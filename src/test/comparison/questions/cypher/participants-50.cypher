MATCH (:Campaign {slug: $campaign})<-[participant:PARTICIPATES_IN]-(city)
WHERE participant.viaSlug = $via
  AND city.sortName >= $afterName AND (city.sortName > $afterName OR city.slug > $afterSlug)
WITH city, participant
ORDER BY city.sortName, city.slug
LIMIT 101
RETURN city.slug AS slug, city.name AS name, participant.joinedOn AS joinedOn,
  [(city)-[:LOCATED_IN]->(country) | country {.slug, .name}] AS country
