// Memberships as in memberships-as-edges.cypher, with the positions of both ends.
// $dated: whether to return the days that decide whether they held on a given day
// -> one row per membership {id, memberId, organizationId, role, validFrom, validTo, status, strength, viaIds,
//   sourceCount, notFrom, notBefore, surelyFrom, surelyUntil, absentOn, from: [longitude, latitude], to: likewise}
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
       membership.notFrom AS notFrom,
       CASE WHEN $dated THEN membership.notBefore END AS notBefore,
       CASE WHEN $dated THEN membership.surelyFrom END AS surelyFrom,
       CASE WHEN $dated THEN membership.surelyUntil END AS surelyUntil,
       CASE WHEN $dated THEN membership.absentOn END AS absentOn,
       [member.longitude, member.latitude] AS from,
       [organization.longitude, organization.latitude] AS to
ORDER BY membership.id
