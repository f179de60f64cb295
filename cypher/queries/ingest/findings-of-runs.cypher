// One page of the findings of each of several runs, in order of line.
// $ids: list of distinct strings, of runs
// $counted: whether the total is asked for
// $limit: integer, 1 to 501
// -> one row per run {id, total, page: [{key, node}]}
UNWIND $ids AS id
RETURN id,
       CASE WHEN $counted THEN COUNT {
         MATCH (finding:ImportFinding {runId: id})
         WHERE /*where finding*/ true /**/
       } END AS total,
       COLLECT {
         MATCH (finding:ImportFinding {runId: id})
         WHERE /*after*/ true /**/
           AND /*where finding*/ true /**/
         RETURN {
           node: finding,
           key: /*key*/ [finding.id] /**/
         }
         ORDER BY /*order*/ finding.id /**/
         LIMIT $limit
       } AS page
