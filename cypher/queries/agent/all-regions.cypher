// One page of all regions, in order of name.
// $counted: whether the total is asked for
// $limit: integer, 1 to 501
// -> one row {total, page: [{key, node}]}
RETURN CASE WHEN $counted THEN COUNT {
         /*from region*/ MATCH (region:Region) /**/
         WHERE /*where region*/ true /**/
       } END AS total,
       COLLECT {
         /*from region*/ MATCH (region:Region) /**/
         WHERE /*behind*/ true /**/
           AND /*where region*/ true /**/
         RETURN {
           node: region,
           key: /*key*/ [region.sortName, region.id] /**/
         }
         ORDER BY /*order*/ region.sortName, region.id /**/
         LIMIT $limit
       } AS page
