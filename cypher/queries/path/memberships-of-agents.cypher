// The memberships of each of several agents: those it has, and those that others have in it. The members of an organization are
// read through an index, by role, so a large organization costs no more than a small one.
// $ids: list of distinct strings, e.g. ["uclg-aspac"]
// $roles: list of the roles in which it is a member, e.g. ["SECTION", "COLLABORATOR"]
// $memberRoles: list of the roles in which others are members of it, e.g. ["COLLABORATOR"]
// $keys: list of the properties of its shortcut from which to read a membership, e.g. ["membershipId", "role"]
// $most: integer, maximum number of memberships it has and, for each role, that others have in it
// $limit: integer, maximum number of rows
// -> one row per membership, and one for an agent without any {id, memberCount: of the agent, in any role,
//    membershipId, memberId, organizationId, role, status, lapsed, the days that bound it, membership: values of $keys}
UNWIND $ids AS id
MATCH (agent:Agent&Entity {id: id})
WITH id, agent, COUNT { (agent)<-[:MEMBER_OF]-() } AS memberCount
OPTIONAL CALL (agent, id) {
  MATCH (agent)-[link:MEMBER_OF]->()
  WHERE link.role IN $roles
  RETURN link
  ORDER BY link.membershipId
  LIMIT $most
  UNION ALL
  UNWIND CASE WHEN agent:Organization THEN $memberRoles ELSE [] END AS role
  CALL (id, role) {
    MATCH ()-[link:MEMBER_OF]->()
    USING INDEX link:MEMBER_OF(organizationId, role, membershipId)
    WHERE link.organizationId = id
      AND link.role = role
      AND link.membershipId > ''
    RETURN link
    ORDER BY link.organizationId, link.role, link.membershipId
    LIMIT $most
  }
  RETURN link
}
WITH id, memberCount, link
ORDER BY id, link.membershipId
LIMIT $limit
RETURN id,
       memberCount,
       link.membershipId AS membershipId,
       link.memberId AS memberId,
       link.organizationId AS organizationId,
       link.role AS role,
       link.status AS status,
       link.lapsed IS NOT NULL AS lapsed,
       link.notBefore AS notBefore,
       link.notFrom AS notFrom,
       link.surelyFrom AS surelyFrom,
       link.surelyUntil AS surelyUntil,
       link.absentOn AS absentOn,
       [key IN $keys | link[key]] AS membership
