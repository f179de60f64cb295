// One page of all cities, in order of name.
// $counted: whether the total is asked for
// $limit: integer, 1 to 501
// -> one row {total, page: [{key, node}]}
RETURN CASE WHEN $counted THEN COUNT {
         /*from city*/ MATCH (city:City) /**/
         WHERE /*where city*/ true /**/
       } END AS total,
       COLLECT {
         /*from city*/ MATCH (city:City) /**/
         WHERE /*behind*/ true /**/
           AND /*where city*/ true /**/
         RETURN {
           node: city,
           key: /*key*/ [city.sortName, city.id] /**/
         }
         ORDER BY /*order*/ city.sortName, city.id /**/
         LIMIT $limit
       } AS page
