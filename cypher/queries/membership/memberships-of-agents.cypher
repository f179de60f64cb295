// One page of the memberships of each of several agents, in order of name of the organization.
// $ids: list of distinct strings, e.g. ["boston"]
// $organizationId: only this organization and its tracks, e.g. "race-to-zero", or null for any
// $roles: list of roles, e.g. ["MEMBER"], or null for any
// $afterKey: string, the last sortName of the page before, "" for the first page
// $afterId: string, the last membership id of the page before, "" for the first page
// $limit: integer, 1 to 201
// -> one row per known agent {id, total, page: [{key, node}]}
UNWIND $ids AS id
MATCH (agent:Entity {id: id})
RETURN id,
       COUNT {
         MATCH (agent)<-[:MEMBER]-(membership:Membership)-[:ORGANIZATION]->(organization)
         WHERE ($roles IS NULL OR membership.role IN $roles)
           AND ($organizationId IS NULL
                OR organization.id = $organizationId
                OR EXISTS { (organization)<-[:MEMBER]-(:Membership {role: 'TRACK', organizationId: $organizationId}) })
       } AS total,
       COLLECT {
         MATCH (agent)<-[:MEMBER]-(membership:Membership)-[:ORGANIZATION]->(organization)
         WHERE organization.sortName >= $afterKey
           AND (organization.sortName > $afterKey OR membership.id > $afterId)
           AND ($roles IS NULL OR membership.role IN $roles)
           AND ($organizationId IS NULL
                OR organization.id = $organizationId
                OR EXISTS { (organization)<-[:MEMBER]-(:Membership {role: 'TRACK', organizationId: $organizationId}) })
         RETURN {key: organization.sortName, node: membership}
         ORDER BY organization.sortName, membership.id
         LIMIT $limit
       } AS page
