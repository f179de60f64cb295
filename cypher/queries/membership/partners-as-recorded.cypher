// One page of the partners of each of several organizations as recorded at some moment, in order of name: the agents with
// certain roles in it, and the organizations that memberships in it run via. What has been withdrawn since has no shortcut, so
// the memberships themselves are walked, including those of organizations that have been merged into it since.
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
CALL (organization) {
  MATCH (organization)<-[:MERGED_INTO]-*()<-[:ORGANIZATION]-/*recorded membership*/ (membership:Membership) /**/
  WHERE /*where membership*/ true /**/
  WITH membership, membership.role IN $roles AS isNamed
  WHERE coalesce(membership.status, 'IN_FORCE') <> 'NOT_MEMBER'
    AND (isNamed OR membership.role IN ['MEMBER', 'SIGNATORY'] AND ($ended OR membership.lapsed IS NULL))
  UNWIND CASE WHEN isNamed THEN [membership.memberId] ELSE coalesce(membership.viaIds, []) END AS partnerId
  WITH partnerId,
       collect(CASE WHEN isNamed THEN {id: membership.id, values: [key IN $keys | membership[key]]} END) AS memberships,
       count(CASE WHEN NOT isNamed THEN 1 END) AS channelCount
  WHERE 'NAMED' IN $senses AND memberships <> []
     OR 'CHANNEL' IN $senses AND channelCount > 0
  MATCH (partner:Entity {id: partnerId})
  RETURN collect({
           sortName: partner.sortName,
           id: partnerId,
           memberships: memberships,
           channelCount: channelCount
         }) AS rows
}
RETURN id,
       CASE WHEN $counted THEN size(rows) END AS total,
       COLLECT {
         UNWIND rows AS row
         WITH row
         WHERE /*after*/ true /**/
         RETURN {
           node: {
             organizationId: id,
             partnerId: row.id,
             channelCount: row.channelCount,
             memberships: COLLECT {
               UNWIND row.memberships AS membership
               RETURN membership.values
               ORDER BY membership.id
             }
           },
           key: /*key*/ [row.sortName, row.id] /**/
         }
         ORDER BY /*order*/ row.sortName, row.id /**/
         LIMIT $limit
       } AS page
