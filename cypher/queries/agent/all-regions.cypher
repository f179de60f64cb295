// One page of all regions, in order of name.
// $placeId: id of a country, e.g. "BR", or null for anywhere
// $afterKey: string, the last sortName of the page before, "" for the first page
// $afterId: string, the last id of the page before, "" for the first page
// $limit: integer, 1 to 201
// -> one row {total, page: [{key, node}]}
RETURN COUNT {
         MATCH (region:Region)
         WHERE $placeId IS NULL OR region.countryId = $placeId OR region.stateId = $placeId
       } AS total,
       COLLECT {
         MATCH (region:Region)
         WHERE region.sortName >= $afterKey
           AND (region.sortName > $afterKey OR region.id > $afterId)
           AND ($placeId IS NULL OR region.countryId = $placeId OR region.stateId = $placeId)
         RETURN {key: region.sortName, node: region}
         ORDER BY region.sortName, region.id
         LIMIT $limit
       } AS page
