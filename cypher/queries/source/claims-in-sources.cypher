// One page of the claims stated in each of several sources, in order of claim id.
// $ids: list of distinct strings, e.g. ["text-mma"]
// $counted: whether to count the total
// $filtered: whether there is a filter
// $limit: integer, 1 to 501
// -> one row per known source {id, total, page: [{key, node}]}
UNWIND $ids AS id
MATCH (source:Entity {id: id})
RETURN id,
       CASE
         WHEN NOT $counted THEN null
         WHEN NOT $filtered THEN COUNT { (source)<-[:STATED_IN]-(:Claim) }
         ELSE COUNT {
           MATCH (source)<-[:STATED_IN]-(claim:Claim)
           WHERE /*where claim*/ true /**/
         }
       END AS total,
       COLLECT {
         MATCH (source)<-[:STATED_IN]-(claim:Claim)
         WHERE /*after*/ true /**/
           AND /*where claim*/ true /**/
         RETURN {
           node: claim,
           key: /*key*/ [claim.id] /**/
         }
         ORDER BY /*order*/ claim.id /**/
         LIMIT $limit
       } AS page
