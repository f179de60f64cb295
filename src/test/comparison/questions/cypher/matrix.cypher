MATCH (network:Network)<-[member:MEMBER_OF]-(city:City)
WHERE network.slug IN $networks AND member.status <> 'former'
WITH city, collect(id(network)) AS networks
WHERE size(networks) > 1
UNWIND networks AS one
UNWIND networks AS other
WITH one, other
WHERE one < other
WITH one, other, count(*) AS shared
MATCH (a)
WHERE id(a) = one
MATCH (b)
WHERE id(b) = other
RETURN a.slug AS a, b.slug AS b, shared
