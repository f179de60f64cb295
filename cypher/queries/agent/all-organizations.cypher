// One page of all organizations, in order of name.
// $kinds: list of kinds, e.g. ["NETWORK"], or null for any
// $counted: whether to count the total
// $limit: integer, 1 to 501
// -> one row {total, page: [{key, node}]}
/*found organization*/ /**/
RETURN CASE WHEN $counted THEN COUNT {
         /*from organization*/ MATCH (organization:Organization) /**/
         WHERE /*where organization*/ true /**/
           AND ($kinds IS NULL OR organization.kind IN $kinds)
         RETURN organization
       } END AS total,
       COLLECT {
         /*from organization*/ MATCH (organization:Organization) /**/
         WHERE /*after*/ true /**/
           AND /*where organization*/ true /**/
           AND ($kinds IS NULL OR organization.kind IN $kinds)
         RETURN {
           node: organization,
           key: /*key*/ [organization.sortName, organization.id] /**/
         }
         ORDER BY /*order*/ organization.sortName, organization.id /**/
         LIMIT $limit
       } AS page
