// One page of the memberships in each of several organizations, in order of name of the member.
// Walks the index on the shortcut MEMBER_OF, so a late page costs what the first does.
// $ids: list of distinct strings, e.g. ["c40"]
// $roles: list of roles, e.g. ["MEMBER"], or null for any
// $afterKey: string, the last sortName of the page before, "" for the first page
// $afterId: string, the last membership id of the page before, "" for the first page
// $limit: integer, 1 to 201
// -> one row per known organization {id, total, page: [{key, node}]}
UNWIND $ids AS id
MATCH (organization:Entity {id: id})
RETURN id,
       COUNT {
         (organization)<-[link:MEMBER_OF]-()
         WHERE $roles IS NULL OR link.role IN $roles
       } AS total,
       COLLECT {
         MATCH ()-[link:MEMBER_OF]->()
         WHERE link.organizationId = id
           AND link.sortName >= $afterKey
           AND (link.sortName > $afterKey OR link.membershipId > $afterId)
           AND ($roles IS NULL OR link.role IN $roles)
         WITH link
         ORDER BY link.organizationId, link.sortName, link.membershipId
         LIMIT $limit
         MATCH (membership:Entity {id: link.membershipId})
         RETURN {key: link.sortName, node: membership}
         ORDER BY link.sortName, link.membershipId
       } AS page
