MATCH (city:City {slug: $slug})
RETURN city.slug AS slug, city.name AS name, city.population AS population,
  [(city)-[:LOCATED_IN]->(country) | country {.slug, .name}] AS country,
  COLLECT {
    MATCH (city)-[member:MEMBER_OF]->(network:Network)
    RETURN {
      since: member.since, status: member.status, slug: network.slug, name: network.name,
      campaigns: [(network)-[:PARTNER_OF]->(campaign:Campaign) | campaign {.slug, .name, .launched}],
      secretariats: [(network)<-[:SERVES]-(secretariat:Secretariat) |
        secretariat {.name, host: [(secretariat)-[:HOSTED_BY]->(host) | host {.slug, .name}]}]
    }
  } AS networks
