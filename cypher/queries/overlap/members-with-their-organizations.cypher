// Every city and region that is or was in an organization, with the time of each of its memberships.
// -> one row per city or region {memberships: [[organizationId, ended, surelyFrom, surelyUntil, notBefore, notFrom]]}
MATCH (member:LocalGovernment)
WITH COLLECT {
  MATCH (member)-[link:MEMBER_OF]->(:Organization)
  WHERE link.role IN ['MEMBER', 'SIGNATORY']
  RETURN [
    link.organizationId,
    coalesce(link.status, 'IN_FORCE') = 'ENDED',
    link.surelyFrom,
    link.surelyUntil,
    link.notBefore,
    link.notFrom
  ]
} AS memberships
WHERE memberships <> []
RETURN memberships
