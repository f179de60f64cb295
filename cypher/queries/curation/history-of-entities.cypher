// One page of the history of each of several entities, agents or claims, latest first: what happened to the claims on an
// entity, to an agent itself, or to all versions of a claim. The key of an entry ends in its kind.
// $ids: list of distinct strings
// $counted: whether to count the total
// $limit: integer, 1 to 501
// -> one row per known id {id, total, page: [{key, node: the claim or the edit}]}
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
WITH id, entity, coalesce(entity.versionOfId, entity.id) AS firstId
WITH id,
     COLLECT {
       CALL (entity, firstId) {
         MATCH (entity)<-[:SUPPORTS]-(claim:Claim|Withdrawn)
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
       CALL (entity, claim) {
         RETURN claim.recordedAt AS at, coalesce(claim.recordedAs, 'RECORDED') AS kind
         UNION
         WITH entity, claim
         WHERE NOT EXISTS {
           MATCH (successor:Entity {id: claim.supersededById})
           WHERE (successor)-[:SUPPORTS]->(entity) OR entity.property IS NOT NULL
         }
         RETURN claim.withdrawnAt AS at, CASE WHEN claim.withdrawnAs IN ['MERGED', 'SPLIT'] THEN claim.withdrawnAs ELSE 'WITHDRAWN' END AS kind
       }
       WITH claim, at, kind
       WHERE at IS NOT NULL
       RETURN {node: claim, at: at, kind: kind}
     } + COLLECT {
       MATCH (entity)-[:CHANGED_IN]->(edit:Edit)
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
         WHERE /*after*/ true /**/
         RETURN {
           node: changed,
           key: /*key*/ [moment, changed.id] /**/
         }
         ORDER BY /*order*/ moment, changed.id /**/
         LIMIT $limit
       } AS page
