// The memberships whose values may have changed with the dataset: its own, and those whose member or organization was renamed.
// $checksum: string, of this version
// -> one row per membership {id}
CALL () {
  MATCH (membership:Entity {origin: 'built-in'})
  WHERE membership.memberId IS NOT NULL
  RETURN membership
  UNION
  MATCH (member:Entity {origin: 'built-in', checksum: $checksum})<-[:MEMBER]-(membership)
  WHERE membership.sortName <> member.sortName
  RETURN membership
  UNION
  MATCH (organization:Entity {origin: 'built-in', checksum: $checksum})<-[:ORGANIZATION]-(membership)
  WHERE membership.organizationSortName <> organization.sortName
  RETURN membership
}
RETURN membership.id AS id
