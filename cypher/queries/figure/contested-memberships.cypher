// Memberships that a source denies or that a complete list does not have, with what all sources state about the same member and
// organization. Covers everything, unless the slots limit it to $aboutIds, a list of distinct strings, e.g. ["c40"].
// -> one row per member and organization {organizationId, name: of the member, statements: [{claim, denies, day, source: title}],
//    lists: [{list, source: title}]}
MATCH (contested:Membership {contested: true})
WHERE (/*about contested.organizationId*/ true /**/ OR /*about contested.memberId*/ true /**/)
WITH DISTINCT contested.memberId AS memberId, contested.organizationId AS organizationId
MATCH (member:Entity {id: memberId})
RETURN organizationId,
       member.name AS name,
       COLLECT {
         MATCH (member)<-[:MEMBER]-(membership:Membership)
         WHERE membership.organizationId = organizationId
           AND membership.role IN ['MEMBER', 'SIGNATORY']
         MATCH (membership)<-[stated:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(source:Source)
         WHERE claim.rank <> 'DEPRECATED'
           AND coalesce(stated.status, 'IN_FORCE') IN ['IN_FORCE', 'NOT_MEMBER']
         RETURN {
           claim: claim,
           denies: coalesce(stated.status, 'IN_FORCE') = 'NOT_MEMBER',
           day: coalesce(claim.asOf, source.statedAt),
           source: source.title
         } AS statement
         ORDER BY claim.id
       } AS statements,
       COLLECT {
         MATCH (member)<-[:MEMBER]-(membership:Membership)
         WHERE membership.organizationId = organizationId
         UNWIND membership.absentFromIds AS listId
         WITH DISTINCT listId
         MATCH (list:Entity {id: listId})-[:STATED_IN]->(source:Source)
         RETURN {list: list, source: source.title} AS absence
         ORDER BY list.id
       } AS lists
ORDER BY organizationId, member.sortName, memberId
