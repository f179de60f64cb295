MATCH (:Network {slug: $a})<-[one:MEMBER_OF]-(city)-[other:MEMBER_OF]->(:Network {slug: $b})
WHERE one.status <> 'former' AND other.status <> 'former'
WITH city
ORDER BY city.sortName, city.slug
WITH collect(city) AS cities
RETURN size(cities) AS count, [city IN cities[0..50] | city {.slug, .name}] AS first
