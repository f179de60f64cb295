// One page of the review queue, in order of id.
// $counted: whether the total is asked for
// $limit: integer, 1 to 501
// -> one row {total, page: [{key, node}]}
RETURN CASE WHEN $counted THEN COUNT {
         MATCH (item:ReviewItem)
         WHERE /*where item*/ true /**/
       } END AS total,
       COLLECT {
         MATCH (item:ReviewItem)
         WHERE /*after*/ true /**/
           AND /*where item*/ true /**/
         RETURN {
           node: item,
           key: /*key*/ [item.id] /**/
         }
         ORDER BY /*order*/ item.id /**/
         LIMIT $limit
       } AS page
