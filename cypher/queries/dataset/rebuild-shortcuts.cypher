// Rebuilds the shortcut MEMBER_OF of every membership, with the keys that lists of members are paged by. What a source
// denies has none.
// -> no rows
CALL () {
  MATCH (:Agent)-[shortcut:MEMBER_OF]->()
  DELETE shortcut
}
MATCH (member:Agent)<-[:MEMBER]-(membership:Membership)-[:ORGANIZATION]->(organization:Organization)
WHERE coalesce(membership.status, 'IN_FORCE') <> 'NOT_MEMBER'
CREATE (member)-[:MEMBER_OF {
  membershipId: membership.id,
  memberId: member.id,
  organizationId: organization.id,
  sortName: member.sortName,
  role: membership.role,
  status: membership.status,
  strength: membership.strength,
  from: membership.validFrom,
  to: membership.validTo
}]->(organization)
