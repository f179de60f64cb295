MATCH (city:City {slug: $slug})
RETURN city.name AS name
