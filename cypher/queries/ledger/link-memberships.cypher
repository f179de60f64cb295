// Links new memberships to member, organization and partners. Members are locked, so that no other writer merges them.
// $memberships: list of {id, memberId, organizationId, via: [{id, position}]}, in order of member
// $origin: string, "import" or "curated"
// -> one row {linked: how many found both member and organization, through: how many partners were found}
UNWIND $memberships AS row
MATCH (membership:Entity {id: row.id})
MATCH (member:Entity {id: row.memberId} WHERE member:Agent)
MATCH (organization:Entity {id: row.organizationId} WHERE organization:Organization)
SET member.id = row.memberId
WITH row, membership, member, organization
WHERE member:Agent
CREATE (membership)-[:MEMBER {origin: $origin}]->(member)
CREATE (membership)-[:ORGANIZATION {origin: $origin}]->(organization)
SET membership:Membership
WITH row, membership
CALL (row, membership) {
  UNWIND row.via AS via
  MATCH (partner:Entity {id: via.id} WHERE partner:Organization)
  CREATE (membership)-[:VIA {position: via.position, origin: $origin}]->(partner)
  RETURN count(*) AS through
}
RETURN count(*) AS linked, coalesce(sum(through), 0) AS through
