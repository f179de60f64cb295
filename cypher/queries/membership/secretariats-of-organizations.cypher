// One page of the secretariats of each of several organizations, in order of name.
// $ids: list of distinct strings, e.g. ["gcom"]
// $counted: whether to count the total
// $limit: integer, 1 to 501
// -> one row per known organization {id, total, page: [{key, node}]}
UNWIND $ids AS id
MATCH (organization:Entity {id: id})
RETURN id,
       CASE WHEN $counted THEN COUNT {
         MATCH (organization)<-[:POST_IN]-(secretariat:Secretariat)
         WHERE /*where secretariat*/ true /**/
       } END AS total,
       COLLECT {
         MATCH (organization)<-[:POST_IN]-(secretariat:Secretariat)
         WHERE /*after*/ true /**/
           AND /*where secretariat*/ true /**/
         RETURN {
           node: secretariat,
           key: /*key*/ [secretariat.sortName, secretariat.id] /**/
         }
         ORDER BY /*order*/ secretariat.sortName, secretariat.id /**/
         LIMIT $limit
       } AS page
