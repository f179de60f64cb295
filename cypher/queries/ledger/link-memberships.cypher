// Links new memberships to the member, the organization and those in between.
// $memberships: list of {id, memberId, organizationId, via: [{id, position}]}
// $origin: string, "import" or "curated"
// -> one row {linked: how many found both ends, through: how many in between were found}
UNWIND $memberships AS row
MATCH (membership:Entity {id: row.id})
MATCH (member:Entity {id: row.memberId} WHERE member:Agent)
MATCH (organization:Entity {id: row.organizationId} WHERE organization:Organization)
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
