MATCH (:Entity {id: $id})<-[:MEMBER_OF]-(city)
RETURN city.countryId AS country, count(*) AS members
ORDER BY members DESC, country
