// One page of the waiting memberships of each of several questions of the review queue, in order of id.
// $ids: list of distinct strings, of items
// $counted: whether the total is asked for
// $limit: integer, 1 to 501
// -> one row per item {id, total, page: [{key, node}]}
UNWIND $ids AS id
MATCH (item:Entity {id: id})
RETURN id,
       CASE WHEN $counted THEN COUNT {
         MATCH (item)<-[:WAITS_FOR]-(waiting:WaitingRow)
         WHERE waiting.state = 'WAITING'
       } END AS total,
       COLLECT {
         MATCH (item)<-[:WAITS_FOR]-(waiting:WaitingRow)
         WHERE /*after*/ true /**/
           AND waiting.state = 'WAITING'
         RETURN {
           node: waiting,
           key: /*key*/ [waiting.id] /**/
         }
         ORDER BY /*order*/ waiting.id /**/
         LIMIT $limit
       } AS page
