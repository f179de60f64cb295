// Rebuilds what lists are paged by and counted from: the shortcut MEMBER_OF of every membership, the keys on VIA, and how
// many members of each organization are known. What a source denies has no shortcut.
// -> no rows
CALL () {
  MATCH (:Agent)-[shortcut:MEMBER_OF]->()
  DELETE shortcut
}
CALL () {
  MATCH ()-[via:VIA]->()
  SET via.partnerId = null,
      via.organizationId = null,
      via.sortName = null,
      via.membershipId = null
}
MATCH (member:Agent)<-[:MEMBER]-(membership:Membership)-[:ORGANIZATION]->(organization:Organization)
SET membership.sortName = member.sortName,
    membership.organizationSortName = organization.sortName
WITH member, membership, organization
CALL (membership) {
  MATCH (membership)-[via:VIA]->(partner)
  SET via.partnerId = partner.id,
      via.organizationId = membership.organizationId,
      via.sortName = membership.sortName,
      via.membershipId = membership.id
}
WITH member, membership, organization
WHERE coalesce(membership.status, 'IN_FORCE') <> 'NOT_MEMBER'
CREATE (member)-[:MEMBER_OF {
  membershipId: membership.id,
  memberId: member.id,
  organizationId: organization.id,
  sortName: membership.sortName,
  organizationSortName: membership.organizationSortName,
  role: membership.role,
  viaIds: membership.viaIds,
  viaStatus: membership.viaStatus,
  directness: membership.directness,
  status: membership.status,
  strength: membership.strength,
  sourceCount: membership.sourceCount,
  validFrom: membership.validFrom,
  validFromEarliest: membership.validFromEarliest,
  validFromLatest: membership.validFromLatest,
  validTo: membership.validTo,
  validToEarliest: membership.validToEarliest,
  validToLatest: membership.validToLatest,
  startedAfterId: membership.startedAfterId,
  notBefore: membership.notBefore,
  notFrom: membership.notFrom,
  surelyFrom: membership.surelyFrom,
  surelyUntil: membership.surelyUntil
}]->(organization)
WITH count(*) AS written
MATCH (organization:Organization)
SET organization.knownMembers = COUNT {
  MATCH (organization)<-[link:MEMBER_OF]-(member)
  WHERE link.role IN ['MEMBER', 'SIGNATORY']
    AND coalesce(link.status, 'IN_FORCE') <> 'ENDED'
  RETURN DISTINCT member
}
