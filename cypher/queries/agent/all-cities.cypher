// One page of all cities, in order of name.
// $placeId: id of a country or subdivision, e.g. "US-MA", or null for anywhere
// $afterKey: string, the last sortName of the page before, "" for the first page
// $afterId: string, the last id of the page before, "" for the first page
// $limit: integer, 1 to 201
// -> one row {total, page: [{key, node}]}
RETURN COUNT {
         MATCH (city:City)
         WHERE $placeId IS NULL OR city.countryId = $placeId OR city.stateId = $placeId
       } AS total,
       COLLECT {
         MATCH (city:City)
         WHERE city.sortName >= $afterKey
           AND (city.sortName > $afterKey OR city.id > $afterId)
           AND ($placeId IS NULL OR city.countryId = $placeId OR city.stateId = $placeId)
         RETURN {key: city.sortName, node: city}
         ORDER BY city.sortName, city.id
         LIMIT $limit
       } AS page
