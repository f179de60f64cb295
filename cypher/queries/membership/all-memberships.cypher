// One page of all memberships, in order of id.
// $counted: whether the total is asked for
// $limit: integer, 1 to 501
// -> one row {total, page: [{key, node}]}
RETURN CASE WHEN $counted THEN COUNT {
         MATCH (membership:Membership)
         WHERE /*where membership*/ true /**/
       } END AS total,
       COLLECT {
         MATCH (membership:Membership)
         WHERE /*behind*/ true /**/
           AND /*where membership*/ true /**/
         RETURN {
           node: membership,
           key: /*key*/ [membership.id] /**/
         }
         ORDER BY /*order*/ membership.id /**/
         LIMIT $limit
       } AS page
