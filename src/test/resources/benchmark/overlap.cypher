MATCH (:Entity {id: $one})<-[:MEMBER_OF]-(city:City)
WHERE EXISTS { (city)-[:MEMBER_OF]->(:Entity {id: $other}) }
WITH DISTINCT city
ORDER BY city.sortName, city.id
WITH collect(city) AS shared
RETURN size(shared) AS total, [city IN shared[..50] | {name: city.name}] AS nodes
