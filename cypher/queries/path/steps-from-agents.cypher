// One step on from each of several agents: up to what they belong to, and across where a role holds both ways. Members of
// an organization are looked up only by those roles, through an index, so a large organization costs no more than a small.
// $ids: list of distinct strings, e.g. ["uclg-aspac"]
// $roles: list of roles to go up by, e.g. ["SECTION", "COLLABORATOR"]
// $symmetric: those of them that hold both ways, e.g. ["COLLABORATOR"]
// $observed: whether the days on which sources saw a membership are asked for
// $most: integer, how many steps up and, by each role, across from one agent
// $limit: integer, how many steps in all
// -> one row per step {id, nextId, membershipId, status, validFrom, validTo, seen: partial dates}
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
MATCH (membership:Entity {id: link.membershipId})
WITH id, nextId, membership
ORDER BY id, membership.id
LIMIT $limit
RETURN id,
       nextId,
       membership.id AS membershipId,
       membership.status AS status,
       membership.validFrom AS validFrom,
       membership.validTo AS validTo,
       COLLECT {
         MATCH (membership)<-[stated:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(source:Source)
         WHERE $observed
           AND claim.rank <> 'DEPRECATED'
           AND coalesce(stated.status, 'IN_FORCE') = 'IN_FORCE'
           AND coalesce(claim.asOf, source.statedAt) IS NOT NULL
         RETURN DISTINCT coalesce(claim.asOf, source.statedAt)
       } AS seen
