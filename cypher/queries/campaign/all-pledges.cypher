// One page of all pledges, in order of id.
// $counted: whether to count the total
// $limit: integer, 1 to 501
// -> one row {total, page: [{key, node}]}
RETURN CASE WHEN $counted THEN COUNT {
         MATCH (pledge:Pledge)
         WHERE /*where pledge*/ true /**/
       } END AS total,
       COLLECT {
         MATCH (pledge:Pledge)
         WHERE /*after*/ true /**/
           AND /*where pledge*/ true /**/
         RETURN {
           node: pledge,
           key: /*key*/ [pledge.id] /**/
         }
         ORDER BY /*order*/ pledge.id /**/
         LIMIT $limit
       } AS page
