// The past and present members of every organization, by spell. Members are numbered in list order; the numbers are
// valid within one run only. All members with the same spell in the same organization are one row. Rows without an
// organization give the ids of the members, in batches.
// $idsPerRow: integer, the size of a batch
// -> one row per organization and spell {organizationId, ended, surelyFrom, surelyUntil, notBefore, notFrom, absentOn, members:
//   [number]}, and rows {first: number of the first one, ids}
MATCH (member:LocalGovernment)
WITH member
ORDER BY member.sortName, member.id
WITH collect(member) AS members, collect(member.id) AS memberIds
CALL (members, memberIds) {
  UNWIND range(0, size(members) - 1, $idsPerRow) AS first
  RETURN first,
         memberIds[first..first + $idsPerRow] AS ids,
         null AS organizationId,
         null AS ended,
         null AS surelyFrom,
         null AS surelyUntil,
         null AS notBefore,
         null AS notFrom,
         null AS absentOn,
         null AS numbers
  UNION ALL
  UNWIND range(0, size(members) - 1) AS number
  WITH members[number] AS member, number
  MATCH (member)-[link:MEMBER_OF]->(:Organization)
  WHERE link.role IN ['MEMBER', 'SIGNATORY']
  RETURN null AS first,
         null AS ids,
         link.organizationId AS organizationId,
         link.lapsed IS NOT NULL AS ended,
         link.surelyFrom AS surelyFrom,
         link.surelyUntil AS surelyUntil,
         link.notBefore AS notBefore,
         link.notFrom AS notFrom,
         link.absentOn AS absentOn,
         collect(number) AS numbers
}
RETURN first, ids, organizationId, ended, surelyFrom, surelyUntil, notBefore, notFrom, absentOn, numbers AS members
