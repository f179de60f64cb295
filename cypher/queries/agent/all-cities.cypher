// One page of all cities, in order of name.
// $counted: whether to count the total
// $keys: list of the properties to fetch, e.g. ["id", "name"]
// $limit: integer, 1 to 501
// -> one row {total, page: [{key, node: values of $keys}]}
/*found city*/ /**/
RETURN CASE WHEN $counted THEN COUNT {
         /*from city*/ MATCH (city:City) /**/
         WHERE /*where city*/ true /**/
         RETURN city
       } END AS total,
       COLLECT {
         /*from city*/ MATCH (city:City) /**/
         WHERE /*after*/ true /**/
           AND /*where city*/ true /**/
         RETURN {
           node: [key IN $keys | city[key]],
           key: /*key*/ [city.sortName, city.id] /**/
         }
         ORDER BY /*order*/ city.sortName, city.id /**/
         LIMIT $limit
       } AS page
