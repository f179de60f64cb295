MATCH (city:City)-[participant:PARTICIPATES_IN]->()
WHERE participant.campaignSlug = $campaign
  AND participant.viaSlug = $via
  AND participant.citySort > $afterName + '\u0001' + $afterSlug
WITH city, participant
ORDER BY participant.campaignSlug, participant.viaSlug, participant.citySort
LIMIT 101
RETURN city.slug AS slug, city.name AS name, participant.joinedOn AS joinedOn,
  [(city)-[:LOCATED_IN]->(country) | country {.slug, .name}] AS country
