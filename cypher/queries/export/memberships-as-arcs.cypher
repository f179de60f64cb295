// Memberships as in memberships-as-edges.cypher, with the positions of both ends.
// -> one row per membership {id, memberId, organizationId, role, validFrom, validTo, status, strength, viaIds,
//   sourceCount, sourceIds, firstSeen, lastSeen, notFrom, notBefore, surelyFrom, surelyUntil, absentOn, from: [longitude, latitude], to: likewise}
MATCH /*recorded membership*/ (membership:Membership) /**/
/*hint*/ USING INDEX membership:Membership(id) /**/
WHERE membership.id > ''
  AND coalesce(membership.status, '') <> 'NOT_MEMBER'
  AND /*where membership*/ true /**/
MATCH (/*stored membership*/ membership /**/)-[:MEMBER]->(member)
MATCH (/*stored membership*/ membership /**/)-[:ORGANIZATION]->(organization)
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
       membership.absentOn AS absentOn,
       [member.longitude, member.latitude] AS from,
       [organization.longitude, organization.latitude] AS to
ORDER BY membership.id
