// Memberships without their claims, by id; what a source denies is left out. Walks the index on the id, so that the first
// row comes at once and no row is kept: sorting millions of them would fill the memory.
// $positions: whether to say where the two ends are
// -> one row per membership {id, memberId, organizationId, role, …, from: [longitude, latitude] or null, to: the same}
MATCH /*recorded membership*/ (membership:Membership) /**/
/*hint*/ USING INDEX membership:Membership(id) /**/
WHERE membership.id > ''
  AND coalesce(membership.status, '') <> 'NOT_MEMBER'
  AND /*where membership*/ true /**/
RETURN membership.id AS id,
       membership.memberId AS memberId,
       membership.organizationId AS organizationId,
       membership.role AS role,
       membership.validFrom AS validFrom,
       membership.validTo AS validTo,
       membership.status AS status,
       membership.strength AS strength,
       membership.viaIds AS viaIds,
       membership.sourceCount AS sourceCount,
       membership.surelyFrom AS surelyFrom,
       membership.surelyUntil AS surelyUntil,
       membership.notBefore AS notBefore,
       membership.notFrom AS notFrom,
       CASE WHEN $positions THEN [(membership)-[:MEMBER]->(end) | [end.longitude, end.latitude]][0] END AS from,
       CASE WHEN $positions THEN [(membership)-[:ORGANIZATION]->(end) | [end.longitude, end.latitude]][0] END AS to
ORDER BY membership.id
