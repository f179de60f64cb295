// One page of the sessions of each of several events, in order of time; those without a time come last.
// $ids: list of distinct strings, e.g. ["r2z-november-dialogues-2020"]
// $afterKey: string, the last moment of the page before, "" for the first page
// $afterId: string, the last id of the page before, "" for the first page
// $limit: integer, 1 to 201
// -> one row per known event {id, total, page: [{key, node}]}
UNWIND $ids AS id
MATCH (event:Entity {id: id})
RETURN id,
       COUNT { (event)<-[:SUPER_EVENT]-(:Event) } AS total,
       COLLECT {
         MATCH (event)<-[:SUPER_EVENT]-(session:Event)
         WITH session, coalesce(toString(session.startsAt), 'later') AS moment
         WHERE moment >= $afterKey
           AND (moment > $afterKey OR session.id > $afterId)
         RETURN {key: moment, node: session}
         ORDER BY moment, session.id
         LIMIT $limit
       } AS page
