// One page of all import runs, in order of id, which begins with the start time.
// $counted: whether the total is asked for
// $limit: integer, 1 to 501
// -> one row {total, page: [{key, node}]}
RETURN CASE WHEN $counted THEN COUNT {
         MATCH (run:ImportRun)
         WHERE /*where run*/ true /**/
       } END AS total,
       COLLECT {
         MATCH (run:ImportRun)
         WHERE /*after*/ true /**/
           AND /*where run*/ true /**/
         RETURN {
           node: run,
           key: /*key*/ [run.id] /**/
         }
         ORDER BY /*order*/ run.id /**/
         LIMIT $limit
       } AS page
