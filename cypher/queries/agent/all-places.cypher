// One page of all places, in order of name.
// $kinds: list of kinds, e.g. ["COUNTRY"], or null for any
// $afterKey: string, the last sortName of the page before, "" for the first page
// $afterId: string, the last id of the page before, "" for the first page
// $limit: integer, 1 to 201
// -> one row {total, page: [{key, node}]}
RETURN COUNT {
         MATCH (place:Place)
         WHERE $kinds IS NULL OR place.kind IN $kinds
       } AS total,
       COLLECT {
         MATCH (place:Place)
         WHERE place.sortName >= $afterKey
           AND (place.sortName > $afterKey OR place.id > $afterId)
           AND ($kinds IS NULL OR place.kind IN $kinds)
         RETURN {key: place.sortName, node: place}
         ORDER BY place.sortName, place.id
         LIMIT $limit
       } AS page
