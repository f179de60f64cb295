// One page of the memberships that run through each of several organizations, in order of name of the member.
// $ids: list of distinct strings, e.g. ["regionsadapt"]
// $organizationId: only what leads into this organization, e.g. "race-to-resilience", or null for any
// $afterKey: string, the last sortName of the page before, "" for the first page
// $afterId: string, the last membership id of the page before, "" for the first page
// $limit: integer, 1 to 201
// -> one row per known organization {id, total, page: [{key, node}]}
UNWIND $ids AS id
MATCH (partner:Entity {id: id})
RETURN id,
       COUNT {
         MATCH (partner)<-[:VIA]-(membership:Membership)
         WHERE $organizationId IS NULL OR membership.organizationId = $organizationId
       } AS total,
       COLLECT {
         MATCH (partner)<-[:VIA]-(membership:Membership)-[:MEMBER]->(member)
         WHERE member.sortName >= $afterKey
           AND (member.sortName > $afterKey OR membership.id > $afterId)
           AND ($organizationId IS NULL OR membership.organizationId = $organizationId)
         RETURN {key: member.sortName, node: membership}
         ORDER BY member.sortName, membership.id
         LIMIT $limit
       } AS page
