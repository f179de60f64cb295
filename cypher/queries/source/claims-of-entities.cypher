// One page of the claims that support each of several entities, in order of claim id.
// $ids: list of distinct strings, e.g. ["race-to-zero", "boston.member.cities-race-to-zero"]
// $afterKey: string, the last id of the page before, "" for the first page
// $afterId: string, the same
// $limit: integer, 1 to 201
// -> one row per known entity {id, total, page: [{key, node}]}
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN id,
       COUNT { (entity)<-[:SUPPORTS]-(:Claim) } AS total,
       COLLECT {
         MATCH (entity)<-[:SUPPORTS]-(claim:Claim)
         WHERE claim.id > $afterKey AND claim.id > $afterId
         RETURN {key: claim.id, node: claim}
         ORDER BY claim.id
         LIMIT $limit
       } AS page
