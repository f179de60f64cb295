// One page of the sessions of each of several events, in chronological order; those without a time come last.
// $ids: list of distinct strings, e.g. ["r2z-november-dialogues-2020"]
// $counted: whether to count the total
// $limit: integer, 1 to 501
// -> one row per known event {id, total, page: [{key, node}]}
UNWIND $ids AS id
MATCH (event:Entity {id: id})
RETURN id,
       CASE WHEN $counted THEN COUNT { (event)<-[:SUPER_EVENT]-(:Event) } END AS total,
       COLLECT {
         MATCH (event)<-[:SUPER_EVENT]-(session:Event)
         WITH session, coalesce(toString(session.startsAt), 'later') AS moment
         WHERE /*after*/ true /**/
         RETURN {
           node: session,
           key: /*key*/ [moment, session.id] /**/
         }
         ORDER BY /*order*/ moment, session.id /**/
         LIMIT $limit
       } AS page
