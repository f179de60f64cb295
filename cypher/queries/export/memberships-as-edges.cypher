// Memberships without their claims, by id, except those a source denies. Walks the index on the id, so the first row
// comes at once and nothing is buffered: sorting millions of rows would fill the memory. Separate columns transfer
// twice as fast as a node or a map.
// -> one row per membership {id, memberId, organizationId, role, validFrom, validTo, status, strength, viaIds,
//   sourceCount, sourceIds, firstSeen, lastSeen, notFrom, notBefore, surelyFrom, surelyUntil, absentOn}
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
       membership.sourceIds AS sourceIds,
       membership.firstSeen AS firstSeen,
       membership.lastSeen AS lastSeen,
       membership.notFrom AS notFrom,
       membership.notBefore AS notBefore,
       membership.surelyFrom AS surelyFrom,
       membership.surelyUntil AS surelyUntil,
       membership.absentOn AS absentOn
ORDER BY membership.id
