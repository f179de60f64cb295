// Memberships without their claims, by id; what a source denies is left out. Walks the index on the id, so that the first
// row comes at once and no row is kept: sorting millions of them would fill the memory. Gives the whole node, which the
// database reads in one go and a dozen properties of it in a dozen.
// $positions: whether to say where the two ends are
// -> one row per membership {membership: node, from: [longitude, latitude] or null, to: the same}
MATCH /*recorded membership*/ (membership:Membership) /**/
/*hint*/ USING INDEX membership:Membership(id) /**/
WHERE membership.id > ''
  AND coalesce(membership.status, '') <> 'NOT_MEMBER'
  AND /*where membership*/ true /**/
RETURN membership,
       CASE WHEN $positions THEN [(membership)-[:MEMBER]->(end) | [end.longitude, end.latitude]][0] END AS from,
       CASE WHEN $positions THEN [(membership)-[:ORGANIZATION]->(end) | [end.longitude, end.latitude]][0] END AS to
ORDER BY membership.id
