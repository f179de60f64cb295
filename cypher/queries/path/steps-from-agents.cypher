// One step from each of several agents: up to what they belong to, and across where a role holds in both directions.
// Members of an organization are looked up only by those roles, through an index, so a large organization costs no more
// than a small one.
// $ids: list of distinct strings, e.g. ["uclg-aspac"]
// $roles: list of roles to follow upwards, e.g. ["SECTION", "COLLABORATOR"]
// $symmetric: those of them that hold in both directions, e.g. ["COLLABORATOR"]
// $most: integer, maximum number of steps up and, for each role, across from one agent
// $limit: integer, maximum number of steps in all
// -> one row per step {id, nextId, membershipId, status, lapsed, and the days that bound it}
UNWIND $ids AS id
MATCH (agent:Agent&Entity {id: id})
CALL (agent, id) {
  MATCH (agent)-[link:MEMBER_OF]->()
  WHERE link.role IN $roles
  RETURN link, link.organizationId AS nextId
  ORDER BY link.membershipId
  LIMIT $most
  UNION ALL
  UNWIND $symmetric AS role
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
  RETURN link, link.memberId AS nextId
}
WITH id, nextId, link
ORDER BY id, link.membershipId
LIMIT $limit
RETURN id,
       nextId,
       link.membershipId AS membershipId,
       link.status AS status,
       link.lapsed IS NOT NULL AS lapsed,
       link.notBefore AS notBefore,
       link.notFrom AS notFrom,
       link.surelyFrom AS surelyFrom,
       link.surelyUntil AS surelyUntil,
       link.absentOn AS absentOn
