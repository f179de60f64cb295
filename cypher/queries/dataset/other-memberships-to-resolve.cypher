// The memberships whose values may have changed with the dataset, besides those that it has: those it no longer has, those whose
// member or organization was renamed, those in organizations with a complete list, and those resolved before sources and dates of
// evidence were stored.
// $checksum: string, of this version
// -> one row per membership {id}
CALL () {
  MATCH (membership:Entity {origin: 'built-in'})
  WHERE membership.checksum <> $checksum
    AND membership.memberId IS NOT NULL
  RETURN membership
  UNION
  MATCH (member:Entity {origin: 'built-in', checksum: $checksum})<-[:MEMBER]-(membership)
  WHERE membership.sortName <> member.sortName
  RETURN membership
  UNION
  MATCH (organization:Entity {origin: 'built-in', checksum: $checksum})<-[:ORGANIZATION]-(membership)
  WHERE membership.organizationSortName <> organization.sortName
  RETURN membership
  UNION
  MATCH (list:Entity {origin: 'built-in'})-[:LIST_OF]->()<-[:ORGANIZATION]-(membership)
  WHERE list.complete = 'YES'
  RETURN membership
  UNION
  MATCH (membership:Membership)
  WHERE membership.sourceIds IS NULL
  RETURN membership
}
RETURN membership.id AS id
