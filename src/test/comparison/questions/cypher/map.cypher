RETURN COLLECT {
    MATCH (network:Network)
    RETURN network {
      .slug, .name, .scope,
      members: COUNT { (network)<-[:MEMBER_OF]-() },
      campaigns: [(network)-[:PARTNER_OF]->(campaign) | campaign {.slug}],
      sectionOf: [(network)-[:SECTION_OF]->(parent) | parent {.slug}]
    }
  } AS networks,
  COLLECT {
    MATCH (campaign:Campaign)
    RETURN campaign {.slug, .name, participants: COUNT { (campaign)<-[:PARTICIPATES_IN]-() }}
  } AS campaigns
