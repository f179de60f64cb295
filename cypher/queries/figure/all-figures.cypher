// One page of all figures, in order of the day they speak about; those without a day come last.
// $metrics: list of metrics, e.g. ["MEMBER_COUNT"], or null for any
// $aboutId: only those about this entity, e.g. "ramcc", or null for any
// $afterKey: string, the last day of the page before, "" for the first page
// $afterId: string, the last id of the page before, "" for the first page
// $limit: integer, 1 to 201
// -> one row {total, page: [{key, node}]}
RETURN COUNT {
         MATCH (figure:Figure)
         WHERE ($metrics IS NULL OR figure.metric IN $metrics)
           AND ($aboutId IS NULL OR figure.aboutId = $aboutId)
       } AS total,
       COLLECT {
         MATCH (figure:Figure)
         WHERE ($metrics IS NULL OR figure.metric IN $metrics)
           AND ($aboutId IS NULL OR figure.aboutId = $aboutId)
         WITH figure, coalesce(toString(figure.asOfEarliest), 'undated') AS day
         WHERE day >= $afterKey
           AND (day > $afterKey OR figure.id > $afterId)
         RETURN {key: day, node: figure}
         ORDER BY day, figure.id
         LIMIT $limit
       } AS page
