// One page of the memberships via each of several organizations, in order of name of the member.
// Walks the index on VIA, so a late page costs no more than the first.
// $ids: list of distinct strings, e.g. ["regionsadapt"]
// $organizationId: only what leads into this organization, e.g. "race-to-resilience", or null for any
// $counted: whether to count the total
// $membersCounted: whether to count the different members
// $evidence: whether to find the newest evidence
// $keys: list of the properties to fetch, e.g. ["id", "memberId"]
// $limit: integer, 1 to 501
// -> one row per known organization {id, total, members, newest: {date, sourceId} or null, page: [{key, node: values of $keys}]}
UNWIND $ids AS id
MATCH (partner:Entity {id: id})
RETURN id,
       CASE WHEN $counted THEN COUNT {
         MATCH (partner)<-[via:VIA]-/*recorded membership*/ (membership:Membership) /**/
         WHERE ($organizationId IS NULL OR via.organizationId = $organizationId)
           AND /*where membership*/ true /**/
       } END AS total,
       CASE WHEN $membersCounted THEN COUNT {
         MATCH (partner)<-[via:VIA]-/*recorded membership*/ (membership:Membership) /**/
         WHERE ($organizationId IS NULL OR via.organizationId = $organizationId)
           AND /*where membership*/ true /**/
         RETURN DISTINCT membership.memberId
       } END AS members,
       CASE WHEN $evidence THEN COLLECT {
         MATCH (partner)<-[via:VIA]-/*recorded membership*/ (membership:Membership) /**/
         WHERE membership.newestEvidence IS NOT NULL
           AND ($organizationId IS NULL OR via.organizationId = $organizationId)
           AND /*where membership*/ true /**/
         RETURN {date: membership.newestEvidence, sourceId: membership.newestEvidenceSourceId}
         ORDER BY coalesce(membership.newestEvidenceEarliest, date('0001-01-01')) DESC, membership.newestEvidence, membership.newestEvidenceSourceId
         LIMIT 1
       }[0] END AS newest,
       COLLECT {
         MATCH /*bound partner*/ () /**/<-[via:VIA]-/*recorded membership*/ (membership:Membership) /**/
         WHERE via.partnerId = id
           AND /*after*/ via.sortName >= '' /**/
           AND ($organizationId IS NULL OR via.organizationId = $organizationId)
           AND /*where membership*/ true /**/
         RETURN {
           node: [key IN $keys | membership[key]],
           key: /*key*/ [via.sortName, via.membershipId] /**/
         }
         ORDER BY /*prefix*/ via.partnerId, /**/ /*order*/ via.sortName, via.membershipId /**/
         LIMIT $limit
       } AS page
