// One page of the memberships of each of several agents, in order of name of the organization.
// $ids: list of distinct strings, e.g. ["boston"]
// $organizationId: only this organization and its tracks, e.g. "race-to-zero", or null for any
// $roles: list of roles, e.g. ["MEMBER"], or null for any
// $counted: whether to count the total
// $membersCounted: whether to count the different members
// $evidence: whether to find the newest evidence
// $keys: list of the properties to fetch, e.g. ["id", "memberId"]
// $limit: integer, 1 to 501
// -> one row per known agent {id, total, members, newest: {date, sourceId} or null, page: [{key, node: values of $keys}]}
WITH CASE WHEN $organizationId IS NOT NULL THEN [$organizationId] + COLLECT {
       MATCH (track)-[link:MEMBER_OF]->()
       WHERE link.organizationId = $organizationId
         AND link.role = 'TRACK'
         AND link.membershipId > ''
       RETURN track.id
     } END AS organizationIds
UNWIND $ids AS id
MATCH (agent:Entity {id: id})
RETURN id,
       CASE WHEN $counted THEN COUNT {
         MATCH (agent)/*merged*/ /**/<-[:MEMBER]-/*recorded membership*/ (membership:Membership) /**/
         WHERE ($roles IS NULL OR membership.role IN $roles)
           AND (organizationIds IS NULL OR membership.organizationId IN organizationIds)
           AND /*where membership*/ true /**/
       } END AS total,
       CASE WHEN $membersCounted THEN COUNT {
         MATCH (agent)/*merged*/ /**/<-[:MEMBER]-/*recorded membership*/ (membership:Membership) /**/
         WHERE ($roles IS NULL OR membership.role IN $roles)
           AND (organizationIds IS NULL OR membership.organizationId IN organizationIds)
           AND /*where membership*/ true /**/
         RETURN DISTINCT agent
       } END AS members,
       CASE WHEN $evidence THEN COLLECT {
         MATCH (agent)/*merged*/ /**/<-[:MEMBER]-/*recorded membership*/ (membership:Membership) /**/
         WHERE membership.newestEvidence IS NOT NULL
           AND ($roles IS NULL OR membership.role IN $roles)
           AND (organizationIds IS NULL OR membership.organizationId IN organizationIds)
           AND /*where membership*/ true /**/
         RETURN {date: membership.newestEvidence, sourceId: membership.newestEvidenceSourceId}
         ORDER BY coalesce(membership.newestEvidenceEarliest, date('0001-01-01')) DESC, membership.newestEvidence, membership.newestEvidenceSourceId
         LIMIT 1
       }[0] END AS newest,
       COLLECT {
         MATCH (agent)/*merged*/ /**/<-[:MEMBER]-/*recorded membership*/ (membership:Membership) /**/
         WHERE /*after*/ true /**/
           AND ($roles IS NULL OR membership.role IN $roles)
           AND (organizationIds IS NULL OR membership.organizationId IN organizationIds)
           AND /*where membership*/ true /**/
         RETURN {
           node: [key IN $keys | membership[key]],
           key: /*key*/ [membership.organizationSortName, membership.id] /**/
         }
         ORDER BY /*order*/ membership.organizationSortName, membership.id /**/
         LIMIT $limit
       } AS page
