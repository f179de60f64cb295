// One page of the partners of each of several organizations, in order of name: the agents with certain roles in it, and the
// organizations that memberships in it run via. Looks up the roles in an index.
// $ids: list of distinct strings, e.g. ["race-to-resilience"]
// $roles: list of the roles of a partner, e.g. ["OFFICIAL_PARTNER", "CO_ORGANISER"]
// $senses: list of "NAMED" or "CHANNEL"
// $ended: whether memberships that have ended count, as they may have held on an earlier day
// $counted: whether to count the total
// $keys: list of the properties of a membership to fetch, e.g. ["id", "role"]
// $limit: integer, 1 to 501
// -> one row per known organization {id, total, page: [{key, node: {organizationId, partnerId, channelCount, memberships: [values
//    of $keys]}}]}
UNWIND $ids AS id
MATCH (organization:Entity {id: id})
CALL (id) {
  UNWIND $roles + ['MEMBER', 'SIGNATORY'] AS role
  MATCH ()-[link:MEMBER_OF]->()
  USING INDEX link:MEMBER_OF(organizationId, role, membershipId)
  WHERE link.organizationId = id
    AND link.role = role
    AND link.membershipId > ''
    AND (role IN $roles OR size(link.viaIds) > 0 AND ($ended OR link.lapsed IS NULL))
  WITH link
  WHERE /*where link.membershipId*/ true /**/
  WITH link, link.role IN $roles AS isNamed
  UNWIND CASE WHEN isNamed THEN [link.memberId] ELSE link.viaIds END AS partnerId
  WITH partnerId,
       collect(CASE WHEN isNamed THEN link.membershipId END) AS membershipIds,
       count(CASE WHEN NOT isNamed THEN 1 END) AS channelCount
  WHERE 'NAMED' IN $senses AND membershipIds <> []
     OR 'CHANNEL' IN $senses AND channelCount > 0
  MATCH (partner:Entity {id: partnerId})
  RETURN collect({
           sortName: partner.sortName,
           id: partnerId,
           membershipIds: membershipIds,
           channelCount: channelCount
         }) AS rows
}
RETURN id,
       CASE WHEN $counted THEN size(rows) END AS total,
       COLLECT {
         UNWIND rows AS row
         WITH row
         WHERE /*after*/ true /**/
         WITH row
         ORDER BY /*order*/ row.sortName, row.id /**/
         LIMIT $limit
         RETURN {
           node: {
             organizationId: id,
             partnerId: row.id,
             channelCount: row.channelCount,
             memberships: COLLECT {
               UNWIND row.membershipIds AS membershipId
               MATCH (membership:Entity {id: membershipId})
               RETURN [key IN $keys | membership[key]]
               ORDER BY membership.id
             }
           },
           key: /*key*/ [row.sortName, row.id] /**/
         }
         ORDER BY /*order*/ row.sortName, row.id /**/
       } AS page
