// One page of all sources, in order of title.
// $counted: whether to count the total
// $limit: integer, 1 to 501
// -> one row {total, page: [{key, node}]}
RETURN CASE WHEN $counted THEN COUNT {
         MATCH (source:Source)
         WHERE /*where source*/ true /**/
       } END AS total,
       COLLECT {
         MATCH (source:Source)
         WHERE /*after*/ true /**/
           AND /*where source*/ true /**/
         RETURN {
           node: source,
           key: /*key*/ [source.title, source.id] /**/
         }
         ORDER BY /*order*/ source.title, source.id /**/
         LIMIT $limit
       } AS page
