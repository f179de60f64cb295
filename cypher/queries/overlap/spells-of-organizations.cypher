// Who is or was in every organization, by the time of the membership. Members are numbers, which mean the same in all rows of
// one run and nothing beyond it; the many who have the same time in the same organization are one row.
// -> one row per organization and time {organizationId, ended, surelyFrom, surelyUntil, notBefore, notFrom, members: [number]}
MATCH (member:LocalGovernment)
WITH collect(member) AS members
UNWIND range(0, size(members) - 1) AS number
WITH members[number] AS member, number
MATCH (member)-[link:MEMBER_OF]->(:Organization)
WHERE link.role IN ['MEMBER', 'SIGNATORY']
RETURN link.organizationId AS organizationId,
       coalesce(link.status, 'IN_FORCE') = 'ENDED' AS ended,
       link.surelyFrom AS surelyFrom,
       link.surelyUntil AS surelyUntil,
       link.notBefore AS notBefore,
       link.notFrom AS notFrom,
       collect(number) AS members
