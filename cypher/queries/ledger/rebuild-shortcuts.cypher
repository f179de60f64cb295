// Rebuilds what lists of some memberships are paged by and counted from: the shortcut MEMBER_OF, the keys on VIA, and how
// many members of each organization are known, which changes by the members that come or go. What a source denies, and
// what is withdrawn, has no shortcut. Organizations are held in order of id, so that two writers never wait for each other.
// $ids: list of distinct strings
// -> no rows
UNWIND $ids AS id
MATCH (membership:Entity {id: id})-[:MEMBER]->(member:Entity)
MATCH (membership)-[:ORGANIZATION]->(organization:Entity)
WITH organization, member, collect(membership) AS memberships
ORDER BY organization.id, member.id
SET organization.knownMembers = coalesce(organization.knownMembers, 0)
WITH organization,
     member,
     memberships,
     EXISTS {
       MATCH (member)-[link:MEMBER_OF]->(organization)
       WHERE link.role IN ['MEMBER', 'SIGNATORY']
         AND coalesce(link.status, 'IN_FORCE') <> 'ENDED'
     } AS wasKnown
UNWIND memberships AS membership
SET membership.sortName = member.sortName,
    membership.organizationSortName = organization.sortName
WITH *, membership:Membership AND coalesce(membership.status, 'IN_FORCE') <> 'NOT_MEMBER' AS hasShortcut
CALL (membership) {
  MATCH (membership)-[via:VIA]->(partner)
  SET via.partnerId = CASE WHEN membership:Membership THEN partner.id END,
      via.organizationId = CASE WHEN membership:Membership THEN membership.organizationId END,
      via.sortName = CASE WHEN membership:Membership THEN membership.sortName END,
      via.membershipId = CASE WHEN membership:Membership THEN membership.id END
}
CALL (membership, member, organization, hasShortcut) {
  WITH membership, member, organization, hasShortcut
  WHERE NOT hasShortcut
  MATCH (member)-[link:MEMBER_OF {membershipId: membership.id}]->(organization)
  DELETE link
}
CALL (membership, member, organization, hasShortcut) {
  WITH membership, member, organization, hasShortcut
  WHERE hasShortcut
  MERGE (member)-[link:MEMBER_OF {membershipId: membership.id}]->(organization)
  SET link = {
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
  }
}
WITH DISTINCT organization, member, wasKnown
WITH organization,
     CASE WHEN wasKnown THEN 1 ELSE 0 END AS before,
     CASE WHEN EXISTS {
       MATCH (member)-[link:MEMBER_OF]->(organization)
       WHERE link.role IN ['MEMBER', 'SIGNATORY']
         AND coalesce(link.status, 'IN_FORCE') <> 'ENDED'
     } THEN 1 ELSE 0 END AS now
WITH organization, sum(now - before) AS difference
WHERE difference <> 0
SET organization.knownMembers = organization.knownMembers + difference
