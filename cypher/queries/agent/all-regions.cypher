// One page of all regions, in order of name.
// $counted: whether to count the total
// $keys: list of the properties to fetch, e.g. ["id", "name"]
// $limit: integer, 1 to 501
// -> one row {total, page: [{key, node: values of $keys}]}
/*found region*/ /**/
RETURN CASE WHEN $counted THEN COUNT {
         /*from region*/ MATCH (region:Region) /**/
         WHERE /*where region*/ true /**/
         RETURN region
       } END AS total,
       COLLECT {
         /*from region*/ MATCH (region:Region) /**/
         WHERE /*after*/ true /**/
           AND /*where region*/ true /**/
         RETURN {
           node: [key IN $keys | region[key]],
           key: /*key*/ [region.sortName, region.id] /**/
         }
         ORDER BY /*order*/ region.sortName, region.id /**/
         LIMIT $limit
       } AS page
