MATCH (:Network {slug: $network})<-[:MEMBER_OF]-(city)-[:LOCATED_IN]->(country)
WITH country, count(*) AS members
RETURN country.slug AS slug, country.name AS name, country.iso AS iso, members
ORDER BY members DESC, slug
