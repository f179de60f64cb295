// One page of all memberships, in order of id.
// $counted: whether to count the total
// $membersCounted: whether to count the different members
// $evidence: whether to find the newest evidence
// $keys: list of the properties to fetch, e.g. ["id", "memberId"]
// $limit: integer, 1 to 501
// -> one row {total, members, newest: {date, sourceId} or null, page: [{key, node: values of $keys}]}
RETURN CASE WHEN $counted THEN COUNT {
         MATCH /*recorded membership*/ (membership:Membership) /**/
         WHERE /*where membership*/ true /**/
       } END AS total,
       CASE WHEN $membersCounted THEN COUNT {
         MATCH /*recorded membership*/ (membership:Membership) /**/
         WHERE /*where membership*/ true /**/
         RETURN DISTINCT membership.memberId
       } END AS members,
       CASE WHEN $evidence THEN COLLECT {
         MATCH /*recorded membership*/ (membership:Membership) /**/
         WHERE membership.newestEvidence IS NOT NULL
           AND /*where membership*/ true /**/
         RETURN {date: membership.newestEvidence, sourceId: membership.newestEvidenceSourceId}
         ORDER BY coalesce(membership.newestEvidenceEarliest, date('0001-01-01')) DESC, membership.newestEvidence, membership.newestEvidenceSourceId
         LIMIT 1
       }[0] END AS newest,
       COLLECT {
         MATCH /*recorded membership*/ (membership:Membership) /**/
         WHERE /*after*/ true /**/
           AND /*where membership*/ true /**/
         RETURN {
           node: [key IN $keys | membership[key]],
           key: /*key*/ [membership.id] /**/
         }
         ORDER BY /*order*/ membership.id /**/
         LIMIT $limit
       } AS page
