// The graph as one would model it by hand, and the peer queries it too: cities, networks, campaigns, and relationships
// with properties. MEMBER_OF and PARTICIPATES_IN also have the keys of their ends, for the statements in
// questions/cypher-indexed.
CREATE CONSTRAINT FOR (n:Region) REQUIRE n.slug IS UNIQUE;
CREATE CONSTRAINT FOR (n:Country) REQUIRE n.slug IS UNIQUE;
CREATE CONSTRAINT FOR (n:City) REQUIRE n.slug IS UNIQUE;
CREATE CONSTRAINT FOR (n:Network) REQUIRE n.slug IS UNIQUE;
CREATE CONSTRAINT FOR (n:Campaign) REQUIRE n.slug IS UNIQUE;
CREATE CONSTRAINT FOR (n:Organization) REQUIRE n.slug IS UNIQUE;
CREATE CONSTRAINT FOR (n:Secretariat) REQUIRE n.slug IS UNIQUE;
CALL db.awaitIndexes(1200);

LOAD CSV WITH HEADERS FROM 'file:///regions.csv' AS row
CREATE (:Region {slug: row.slug, name: row.name});

LOAD CSV WITH HEADERS FROM 'file:///countries.csv' AS row
MATCH (region:Region {slug: row.region})
CREATE (:Country {slug: row.slug, name: row.name, iso: row.iso})-[:IN_REGION]->(region);

LOAD CSV WITH HEADERS FROM 'file:///organizations.csv' AS row
CREATE (:Organization {slug: row.slug, name: row.name, kind: row.kind});

LOAD CSV WITH HEADERS FROM 'file:///networks.csv' AS row
CREATE (:Network {slug: row.slug, name: row.name, scope: row.scope, founded: toInteger(row.founded)});

LOAD CSV WITH HEADERS FROM 'file:///networks.csv' AS row
MATCH (network:Network {slug: row.slug}), (parent:Network {slug: row.parent})
CREATE (network)-[:SECTION_OF]->(parent);

LOAD CSV WITH HEADERS FROM 'file:///secretariats.csv' AS row
MATCH (host:Organization {slug: row.host})
CREATE (:Secretariat {slug: row.slug, name: row.name})-[:HOSTED_BY]->(host);

LOAD CSV WITH HEADERS FROM 'file:///serves.csv' AS row
MATCH (secretariat:Secretariat {slug: row.secretariat}), (network:Network {slug: row.network})
CREATE (secretariat)-[:SERVES {since: row.since}]->(network);

LOAD CSV WITH HEADERS FROM 'file:///campaigns.csv' AS row
MATCH (lead:Organization {slug: row.lead})
CREATE (:Campaign {slug: row.slug, name: row.name, launched: toInteger(row.launched)})-[:LED_BY]->(lead);

LOAD CSV WITH HEADERS FROM 'file:///partners.csv' AS row
MATCH (network:Network {slug: row.network}), (campaign:Campaign {slug: row.campaign})
CREATE (network)-[:PARTNER_OF {since: row.since}]->(campaign);

LOAD CSV WITH HEADERS FROM 'file:///cities.csv' AS row
CALL (row) {
  MATCH (country:Country {slug: row.country})
  CREATE (city:City {slug: row.slug, name: row.name, sortName: row.sortName, population: toInteger(row.population)})
  SET city.lat = toFloat(row.lat), city.lon = toFloat(row.lon)
  CREATE (city)-[:LOCATED_IN]->(country)
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///members.csv' AS row
CALL (row) {
  MATCH (city:City {slug: row.city}), (network:Network {slug: row.network})
  CREATE (city)-[member:MEMBER_OF {since: row.since, status: row.status}]->(network)
  SET member.networkSlug = row.network, member.citySort = city.sortName + '\u0001' + city.slug
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///participations.csv' AS row
CALL (row) {
  MATCH (city:City {slug: row.city}), (campaign:Campaign {slug: row.campaign})
  CREATE (city)-[participant:PARTICIPATES_IN {joinedOn: row.joinedOn, viaSlug: row.viaSlug}]->(campaign)
  SET participant.campaignSlug = row.campaign, participant.citySort = city.sortName + '\u0001' + city.slug
} IN TRANSACTIONS OF 10000 ROWS;

// filling an index is cheaper than keeping it up to date
CREATE INDEX FOR (n:City) ON (n.sortName);
CREATE INDEX FOR ()-[r:PARTICIPATES_IN]-() ON (r.viaSlug);
CREATE INDEX FOR ()-[r:MEMBER_OF]-() ON (r.networkSlug, r.citySort);
CREATE INDEX FOR ()-[r:PARTICIPATES_IN]-() ON (r.campaignSlug, r.viaSlug, r.citySort);
CREATE FULLTEXT INDEX cityNames FOR (n:City) ON EACH [n.name]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CALL db.awaitIndexes(1200);
CALL db.resampleOutdatedIndexes();
