// One page of the memberships in each of several organizations, in order of name of the member.
// Walks the index on the shortcut MEMBER_OF, so a late page costs no more than the first. If the shortcut has all
// properties to fetch, the membership is not looked up.
// $ids: list of distinct strings, e.g. ["c40"]
// $roles: list of distinct roles, e.g. ["MEMBER"], or null for any
// $counted: whether to count the total
// $membersCounted: whether to count the different members
// $evidence: whether to find the newest evidence
// $filtered: whether there is a filter
// $keys: list of the properties to fetch, e.g. ["id", "memberId"]
// $limit: integer, 1 to 501
// -> one row per known organization {id, total, members, newest: {date, sourceId} or null, page: [{key, node: values of $keys}]}
UNWIND $ids AS id
MATCH (organization:Entity {id: id})
RETURN id,
       CASE
         WHEN NOT $counted THEN null
         WHEN $roles IS NULL AND NOT $filtered THEN COUNT { (organization)<-[:MEMBER_OF]-() }
         WHEN NOT $filtered THEN reduce(total = 0, role IN $roles | total + coalesce(organization['inRole_' + role], 0))
         ELSE COUNT {
           MATCH (organization)<-[link:MEMBER_OF]-()
           WHERE ($roles IS NULL OR link.role IN $roles)
             AND /*where link.membershipId*/ true /**/
         }
       END AS total,
       CASE WHEN $membersCounted THEN COUNT {
         MATCH (organization)<-[link:MEMBER_OF]-(member)
         WHERE ($roles IS NULL OR link.role IN $roles)
           AND /*where link.membershipId*/ true /**/
         RETURN DISTINCT member
       } END AS members,
       CASE WHEN $evidence THEN COLLECT {
         MATCH (organization)<-[link:MEMBER_OF]-()
         WHERE link.newestEvidence IS NOT NULL
           AND ($roles IS NULL OR link.role IN $roles)
           AND /*where link.membershipId*/ true /**/
         RETURN {date: link.newestEvidence, sourceId: link.newestEvidenceSourceId}
         ORDER BY coalesce(link.newestEvidenceEarliest, date('0001-01-01')) DESC, link.newestEvidence, link.newestEvidenceSourceId
         LIMIT 1
       }[0] END AS newest,
       COLLECT {
         MATCH ()-[link:MEMBER_OF]->()
         WHERE link.organizationId = id
           AND /*after*/ link.sortName >= '' /**/
           AND ($roles IS NULL OR link.role IN $roles)
           AND /*where link.membershipId*/ true /**/
         WITH link
         ORDER BY /*prefix*/ link.organizationId, /**/ /*order*/ link.sortName, link.membershipId /**/
         LIMIT $limit
         /*lookup*/ MATCH (membership:Entity {id: link.membershipId}) /**/
         RETURN {
           node: [key IN $keys | /*holder*/ membership /**/[key]],
           key: /*key*/ [link.sortName, link.membershipId] /**/
         }
         ORDER BY /*order*/ link.sortName, link.membershipId /**/
       } AS page
