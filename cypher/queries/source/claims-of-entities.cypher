// One page of the claims that support each of several entities, in order of claim id.
// $ids: list of distinct strings, e.g. ["race-to-zero", "boston.member.cities-race-to-zero"]
// $counted: whether to count the total
// $filtered: whether there is a filter
// $limit: integer, 1 to 501
// -> one row per known entity {id, total, page: [{key, node}]}
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN id,
       CASE
         WHEN NOT $counted THEN null
         WHEN NOT $filtered THEN COUNT { (entity)<-[:SUPPORTS]-(:Claim) }
         ELSE COUNT {
           MATCH (entity)<-[:SUPPORTS]-(claim:Claim)
           WHERE /*where claim*/ true /**/
         }
       END AS total,
       COLLECT {
         MATCH (entity)<-[:SUPPORTS]-(claim:Claim)
         WHERE /*after*/ true /**/
           AND /*where claim*/ true /**/
         RETURN {
           node: claim,
           key: /*key*/ [claim.id] /**/
         }
         ORDER BY /*order*/ claim.id /**/
         LIMIT $limit
       } AS page
