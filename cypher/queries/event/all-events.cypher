// One page of all events that are not part of another, in order of name.
// $counted: whether to count the total
// $limit: integer, 1 to 501
// -> one row {total, page: [{key, node}]}
RETURN CASE WHEN $counted THEN COUNT {
         MATCH (event:Event)
         WHERE /*where event*/ true /**/
           AND event.superEventId IS NULL
       } END AS total,
       COLLECT {
         MATCH (event:Event)
         WHERE /*after*/ true /**/
           AND /*where event*/ true /**/
           AND event.superEventId IS NULL
         RETURN {
           node: event,
           key: /*key*/ [event.sortName, event.id] /**/
         }
         ORDER BY /*order*/ event.sortName, event.id /**/
         LIMIT $limit
       } AS page
