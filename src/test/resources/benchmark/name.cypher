MATCH (city:Entity {id: $id})
RETURN city.name AS name
