// One page of all places, in order of name.
// $counted: whether to count the total
// $limit: integer, 1 to 501
// -> one row {total, page: [{key, node}]}
RETURN CASE WHEN $counted THEN COUNT {
         MATCH (place:Place)
         WHERE /*where place*/ true /**/
       } END AS total,
       COLLECT {
         MATCH (place:Place)
         WHERE /*after*/ true /**/
           AND /*where place*/ true /**/
         RETURN {
           node: place,
           key: /*key*/ [place.sortName, place.id] /**/
         }
         ORDER BY /*order*/ place.sortName, place.id /**/
         LIMIT $limit
       } AS page
