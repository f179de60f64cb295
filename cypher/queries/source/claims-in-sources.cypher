// One page of the claims stated in each of several sources, in order of claim id.
// $ids: list of distinct strings, e.g. ["text-mma"]
// $afterKey: string, the last id of the page before, "" for the first page
// $afterId: string, the same
// $limit: integer, 1 to 201
// -> one row per known source {id, total, page: [{key, node}]}
UNWIND $ids AS id
MATCH (source:Entity {id: id})
RETURN id,
       COUNT { (source)<-[:STATED_IN]-(:Claim) } AS total,
       COLLECT {
         MATCH (source)<-[:STATED_IN]-(claim:Claim)
         WHERE claim.id > $afterKey AND claim.id > $afterId
         RETURN {key: claim.id, node: claim}
         ORDER BY claim.id
         LIMIT $limit
       } AS page
