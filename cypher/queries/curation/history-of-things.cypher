// One page of what happened to the claims on each of several things, to a claim and its former and later versions, or to an
// agent; the latest first. The key of an entry has its kind behind its moment.
// $ids: list of distinct strings
// $counted: whether the total is asked for
// $limit: integer, 1 to 501
// -> one row per known thing {id, total, page: [{key, node: the claim or the edit}]}
UNWIND $ids AS id
MATCH (thing:Entity {id: id})
WITH id, thing, coalesce(thing.versionOfId, thing.id) AS firstId
WITH id,
     COLLECT {
       CALL (thing, firstId) {
         MATCH (thing)<-[:SUPPORTS]-(claim:Claim|Withdrawn)
         RETURN claim
         UNION
         MATCH (claim:Entity {id: firstId})
         WHERE claim.property IS NOT NULL
         RETURN claim
         UNION
         MATCH (claim:Entity)
         WHERE claim.id STARTS WITH firstId + '.r'
           AND claim.versionOfId = firstId
         RETURN claim
       }
       CALL (thing, claim) {
         RETURN claim.recordedAt AS at, coalesce(claim.recordedAs, 'RECORDED') AS kind
         UNION
         WITH thing, claim
         WHERE NOT EXISTS {
           MATCH (successor:Entity {id: claim.supersededById})
           WHERE (successor)-[:SUPPORTS]->(thing) OR thing.property IS NOT NULL
         }
         RETURN claim.withdrawnAt AS at, CASE WHEN claim.withdrawnAs IN ['MERGED', 'SPLIT'] THEN claim.withdrawnAs ELSE 'WITHDRAWN' END AS kind
       }
       WITH claim, at, kind
       WHERE at IS NOT NULL
       RETURN {node: claim, at: at, kind: kind}
     } + COLLECT {
       MATCH (thing)-[:CHANGED_IN]->(edit:Edit)
       RETURN {
         node: edit,
         at: edit.startedAt,
         kind: CASE edit.action WHEN 'MERGE' THEN 'MERGED' WHEN 'SPLIT' THEN 'SPLIT' ELSE 'RESTORED' END
       }
     } AS entries
RETURN id,
       CASE WHEN $counted THEN size(entries) END AS total,
       COLLECT {
         UNWIND entries AS entry
         WITH entry.node AS changed, toString(9999999999999 - entry.at.epochMillis) + ' ' + entry.kind AS moment
         WHERE /*behind*/ true /**/
         RETURN {
           node: changed,
           key: /*key*/ [moment, changed.id] /**/
         }
         ORDER BY /*order*/ moment, changed.id /**/
         LIMIT $limit
       } AS page
