// One page of all claims, in order of id.
// $counted: whether to count the total
// $limit: integer, 1 to 501
// -> one row {total, page: [{key, node}]}
RETURN CASE WHEN $counted THEN COUNT {
         MATCH (claim:Claim)
         WHERE /*where claim*/ true /**/
       } END AS total,
       COLLECT {
         MATCH (claim:Claim)
         WHERE /*after*/ true /**/
           AND /*where claim*/ true /**/
         RETURN {
           node: claim,
           key: /*key*/ [claim.id] /**/
         }
         ORDER BY /*order*/ claim.id /**/
         LIMIT $limit
       } AS page
