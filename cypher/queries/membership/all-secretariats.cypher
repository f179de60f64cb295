// One page of all secretariats, in order of name.
// $counted: whether to count the total
// $limit: integer, 1 to 501
// -> one row {total, page: [{key, node}]}
RETURN CASE WHEN $counted THEN COUNT {
         MATCH (secretariat:Secretariat)
         WHERE /*where secretariat*/ true /**/
       } END AS total,
       COLLECT {
         MATCH (secretariat:Secretariat)
         WHERE /*after*/ true /**/
           AND /*where secretariat*/ true /**/
         RETURN {
           node: secretariat,
           key: /*key*/ [secretariat.sortName, secretariat.id] /**/
         }
         ORDER BY /*order*/ secretariat.sortName, secretariat.id /**/
         LIMIT $limit
       } AS page
