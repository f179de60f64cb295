// Rebuilds what member lists are paged by and counted from: the shortcut MEMBER_OF, the keys on VIA, how many members of each
// organization are known (knownMembers) and how many shortcuts it has in each role (e.g. inRole_MEMBER). The counts are adjusted
// by what comes and goes. Denied and withdrawn memberships have no shortcut. Organizations are locked in order of id, so that two
// writers never wait for each other.
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
     COLLECT { MATCH (member)-[link:MEMBER_OF]->(organization) RETURN link {.role, .lapsed} } AS linksBefore
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
  // all values at once: reading them one by one would search all properties each time
  WITH properties(membership) AS values, member, organization, hasShortcut
  WHERE hasShortcut
  MERGE (member)-[link:MEMBER_OF {membershipId: values.id}]->(organization)
  SET link = {
    membershipId: values.id,
    memberId: member.id,
    organizationId: organization.id,
    sortName: values.sortName,
    organizationSortName: values.organizationSortName,
    role: values.role,
    viaIds: values.viaIds,
    viaStatus: values.viaStatus,
    directness: values.directness,
    status: values.status,
    strength: values.strength,
    sourceCount: values.sourceCount,
    sourceIds: values.sourceIds,
    newestEvidence: values.newestEvidence,
    newestEvidenceEarliest: values.newestEvidenceEarliest,
    newestEvidenceLatest: values.newestEvidenceLatest,
    newestEvidenceSourceId: values.newestEvidenceSourceId,
    validFrom: values.validFrom,
    validFromEarliest: values.validFromEarliest,
    validFromLatest: values.validFromLatest,
    validTo: values.validTo,
    validToEarliest: values.validToEarliest,
    validToLatest: values.validToLatest,
    startedAfterId: values.startedAfterId,
    notBefore: values.notBefore,
    notFrom: values.notFrom,
    surelyFrom: values.surelyFrom,
    surelyUntil: values.surelyUntil,
    absentOn: values.absentOn,
    lapsed: values.lapsed
  }
}
WITH DISTINCT organization, member, linksBefore
WITH organization,
     linksBefore,
     COLLECT { MATCH (member)-[link:MEMBER_OF]->(organization) RETURN link {.role, .lapsed} } AS linksNow
WITH organization,
     linksBefore,
     linksNow,
     any(link IN linksBefore WHERE link.role IN ['MEMBER', 'SIGNATORY'] AND link.lapsed IS NULL) AS wasKnown,
     any(link IN linksNow WHERE link.role IN ['MEMBER', 'SIGNATORY'] AND link.lapsed IS NULL) AS isKnown
UNWIND [link IN linksBefore | {count: 'inRole_' + link.role, by: -1}]
       + [link IN linksNow | {count: 'inRole_' + link.role, by: 1}]
       + CASE WHEN wasKnown THEN [{count: 'knownMembers', by: -1}] ELSE [] END
       + CASE WHEN isKnown THEN [{count: 'knownMembers', by: 1}] ELSE [] END AS change
WITH organization, change.count AS count, sum(change.by) AS difference
WHERE difference <> 0
SET organization[count] = coalesce(organization[count], 0) + difference
