// Memberships without their claims, by id; what a source denies is left out. Walks the index on the id, so that the first
// row comes at once and no row is kept: sorting millions of them would fill the memory. Columns of their own cross the wire
// twice as fast as a node or a map.
// $dated: whether to give the days from which follows whether they held on one
// -> one row per membership {id, memberId, organizationId, role, validFrom, validTo, status, strength, viaIds, sourceCount,
//    notFrom, notBefore, surelyFrom, surelyUntil}
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
       membership.notFrom AS notFrom,
       CASE WHEN $dated THEN membership.notBefore END AS notBefore,
       CASE WHEN $dated THEN membership.surelyFrom END AS surelyFrom,
       CASE WHEN $dated THEN membership.surelyUntil END AS surelyUntil
ORDER BY membership.id
