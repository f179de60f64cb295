// One page of all events that are not part of another, in order of name.
// $afterKey: string, the last sortName of the page before, "" for the first page
// $afterId: string, the last id of the page before, "" for the first page
// $limit: integer, 1 to 201
// -> one row {total, page: [{key, node}]}
RETURN COUNT {
         MATCH (event:Event)
         WHERE event.superEventId IS NULL
       } AS total,
       COLLECT {
         MATCH (event:Event)
         WHERE event.sortName >= $afterKey
           AND (event.sortName > $afterKey OR event.id > $afterId)
           AND event.superEventId IS NULL
         RETURN {key: event.sortName, node: event}
         ORDER BY event.sortName, event.id
         LIMIT $limit
       } AS page
