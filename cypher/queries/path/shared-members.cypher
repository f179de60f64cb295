// The agents that belong both to one of some organizations and to one of others, by id: their memberships in both. Examines a
// bounded number of members of the former, through an index.
// $ids: list of distinct strings, the organizations whose members are examined, smallest first, e.g. ["ramcc"]
// $otherIds: list of the ids of the others, e.g. ["gcom"]
// $roles: list of roles, e.g. ["MEMBER"]
// $day: date, leaves out what certainly did not hold on it; null leaves out what has ended
// $keys: list of the properties of its shortcut from which to read a membership, e.g. ["membershipId", "role"]
// $most: integer, maximum number of members to examine
// $limit: integer, maximum number of agents
// -> one row per membership {membershipId, memberId, organizationId, role, status, lapsed, the days that bound it,
//    membership: values of $keys}
UNWIND $ids AS id
UNWIND $roles AS role
CALL (id, role) {
  MATCH (member)-[link:MEMBER_OF]->()
  USING INDEX link:MEMBER_OF(organizationId, role, membershipId)
  WHERE link.organizationId = id
    AND link.role = role
    AND link.membershipId > ''
  RETURN member, link
  ORDER BY link.organizationId, link.role, link.membershipId
  LIMIT $most
}
WITH member, link
LIMIT $most
WHERE coalesce(link.status, 'IN_FORCE') <> 'NOT_MEMBER'
  AND ($day IS NOT NULL OR link.lapsed IS NULL)
  AND ($day IS NULL OR NOT coalesce(link.notBefore > $day, false) AND NOT coalesce(link.notFrom <= $day, false) AND NOT coalesce($day IN link.absentOn, false))
MATCH (member)-[other:MEMBER_OF]->()
WHERE other.organizationId IN $otherIds
  AND other.role IN $roles
  AND coalesce(other.status, 'IN_FORCE') <> 'NOT_MEMBER'
  AND ($day IS NOT NULL OR other.lapsed IS NULL)
  AND ($day IS NULL OR NOT coalesce(other.notBefore > $day, false) AND NOT coalesce(other.notFrom <= $day, false) AND NOT coalesce($day IN other.absentOn, false))
WITH member, collect(DISTINCT link) + collect(DISTINCT other) AS links
ORDER BY member.id
LIMIT $limit
UNWIND links AS link
RETURN link.membershipId AS membershipId,
       link.memberId AS memberId,
       link.organizationId AS organizationId,
       link.role AS role,
       link.status AS status,
       link.lapsed IS NOT NULL AS lapsed,
       link.notBefore AS notBefore,
       link.notFrom AS notFrom,
       link.surelyFrom AS surelyFrom,
       link.surelyUntil AS surelyUntil,
       link.absentOn AS absentOn,
       [key IN $keys | link[key]] AS membership
