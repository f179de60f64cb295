// One page of the memberships in each of several organizations as recorded at some moment, in order of name of the member.
// What has been withdrawn since has no shortcut, so the memberships themselves are walked, including those of organizations
// that have been merged into it since.
// $ids: list of distinct strings, e.g. ["c40"]
// $roles: list of roles, e.g. ["MEMBER"], or null for any
// $counted: whether to count the total
// $membersCounted: whether to count the different members
// $evidence: whether to find the newest evidence
// $keys: list of the properties to fetch, e.g. ["id", "memberId"]
// $limit: integer, 1 to 501
// -> one row per known organization {id, total, members, newest: {date, sourceId} or null, page: [{key, node: values of $keys}]}
UNWIND $ids AS id
MATCH (organization:Entity {id: id})
CALL (organization) {
  MATCH (organization)<-[:MERGED_INTO]-*()<-[:ORGANIZATION]-/*recorded membership*/ (membership:Membership) /**/
  WHERE ($roles IS NULL OR membership.role IN $roles)
    AND /*where membership*/ true /**/
  RETURN collect(membership) AS memberships
}
RETURN id,
       CASE WHEN $counted THEN size(memberships) END AS total,
       CASE WHEN $membersCounted THEN COUNT {
         UNWIND memberships AS membership
         RETURN DISTINCT membership.memberId
       } END AS members,
       CASE WHEN $evidence THEN COLLECT {
         UNWIND memberships AS membership
         WITH membership
         WHERE membership.newestEvidence IS NOT NULL
         RETURN {date: membership.newestEvidence, sourceId: membership.newestEvidenceSourceId}
         ORDER BY coalesce(membership.newestEvidenceEarliest, date('0001-01-01')) DESC, membership.newestEvidence, membership.newestEvidenceSourceId
         LIMIT 1
       }[0] END AS newest,
       COLLECT {
         UNWIND memberships AS membership
         WITH membership
         WHERE /*after*/ true /**/
         RETURN {
           node: [key IN $keys | membership[key]],
           key: /*key*/ [membership.sortName, membership.id] /**/
         }
         ORDER BY /*order*/ membership.sortName, membership.id /**/
         LIMIT $limit
       } AS page
