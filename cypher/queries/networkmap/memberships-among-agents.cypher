// The memberships between several agents, in order of id.
// $ids: list of distinct strings, e.g. ["race-to-zero", "boston"]
// $roles: list of roles, e.g. ["MEMBER", "TRACK"]
// $day: date, leaves out what certainly did not hold on it; null leaves out what has ended
// $sources: whether to return the ids of the sources
// $limit: integer, maximum number of memberships
// -> one row per membership {total, membership: node, sourceIds}; total is the same in each
UNWIND $ids AS id
MATCH (:Agent&Entity {id: id})-[link:MEMBER_OF]->()
WHERE link.role IN $roles
  AND link.organizationId IN $ids
  AND ($day IS NOT NULL OR link.lapsed IS NULL)
  AND ($day IS NULL OR NOT coalesce(link.notBefore > $day, false) AND NOT coalesce(link.notFrom <= $day, false) AND NOT coalesce($day IN link.absentOn, false))
MATCH (membership:Entity {id: link.membershipId})
WITH membership
ORDER BY membership.id
WITH collect(membership) AS memberships
UNWIND memberships[..$limit] AS membership
RETURN size(memberships) AS total,
       membership,
       COLLECT {
         MATCH (membership)<-[:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(source:Source)
         WHERE $sources
           AND claim.rank <> 'DEPRECATED'
         RETURN DISTINCT source.id
       } AS sourceIds
ORDER BY membership.id
