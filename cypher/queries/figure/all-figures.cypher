// One page of all figures, in order of id, which begins with the id of what they are about.
// $metrics: list of metrics, e.g. ["MEMBER_COUNT"], or null for any
// $aboutId: only those about this entity, e.g. "ramcc", or null for any
// $afterKey: string, the last id of the page before, "" for the first page
// $afterId: string, the same
// $limit: integer, 1 to 201
// -> one row {total, page: [{key, node}]}
RETURN COUNT {
         MATCH (figure:Figure)
         WHERE ($metrics IS NULL OR figure.metric IN $metrics)
           AND ($aboutId IS NULL OR figure.aboutId = $aboutId)
       } AS total,
       COLLECT {
         MATCH (figure:Figure)
         WHERE figure.id > $afterKey AND figure.id > $afterId
           AND ($metrics IS NULL OR figure.metric IN $metrics)
           AND ($aboutId IS NULL OR figure.aboutId = $aboutId)
         RETURN {key: figure.id, node: figure}
         ORDER BY figure.id
         LIMIT $limit
       } AS page
