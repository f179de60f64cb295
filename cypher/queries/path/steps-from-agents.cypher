// One step on from each of several agents: up to what they belong to, and across where a role holds both ways. Members of
// an organization are looked up only by those roles, through an index, so a large organization costs no more than a small.
// $ids: list of distinct strings, e.g. ["uclg-aspac"]
// $roles: list of roles to go up by, e.g. ["SECTION", "COLLABORATOR"]
// $symmetric: those of them that hold both ways, e.g. ["COLLABORATOR"]
// $most: integer, how many steps up and, by each role, across from one agent
// $limit: integer, how many steps in all
// -> one row per step {id, nextId, membershipId, status, and the days of its time}
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
       link.notBefore AS notBefore,
       link.notFrom AS notFrom,
       link.surelyFrom AS surelyFrom,
       link.surelyUntil AS surelyUntil
