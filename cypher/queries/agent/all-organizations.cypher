// One page of all organizations, in order of name.
// $kinds: list of kinds, e.g. ["NETWORK"], or null for any
// $afterKey: string, the last sortName of the page before, "" for the first page
// $afterId: string, the last id of the page before, "" for the first page
// $limit: integer, 1 to 201
// -> one row {total, page: [{key, node}]}
RETURN COUNT {
         MATCH (organization:Organization)
         WHERE $kinds IS NULL OR organization.kind IN $kinds
       } AS total,
       COLLECT {
         MATCH (organization:Organization)
         WHERE organization.sortName >= $afterKey
           AND (organization.sortName > $afterKey OR organization.id > $afterId)
           AND ($kinds IS NULL OR organization.kind IN $kinds)
         RETURN {key: organization.sortName, node: organization}
         ORDER BY organization.sortName, organization.id
         LIMIT $limit
       } AS page
