// One page of all figures, in order of the day they apply to; those without a day come last.
// $metrics: list of metrics, e.g. ["MEMBER_COUNT"], or null for any
// $aboutIds: only those about one of these, e.g. ["ramcc"], or null for any
// $counted: whether to count the total
// $limit: integer, 1 to 501
// -> one row {total, page: [{key, node}]}
RETURN CASE WHEN $counted THEN COUNT {
         MATCH (figure:Figure)
         WHERE ($metrics IS NULL OR figure.metric IN $metrics)
           AND ($aboutIds IS NULL OR figure.aboutId IN $aboutIds)
           AND /*where figure*/ true /**/
       } END AS total,
       COLLECT {
         MATCH (figure:Figure)
         WHERE ($metrics IS NULL OR figure.metric IN $metrics)
           AND ($aboutIds IS NULL OR figure.aboutId IN $aboutIds)
           AND /*where figure*/ true /**/
         WITH figure, coalesce(toString(figure.asOfEarliest), 'undated') AS day
         WHERE /*after*/ true /**/
         RETURN {
           node: figure,
           key: /*key*/ [day, figure.id] /**/
         }
         ORDER BY /*order*/ day, figure.id /**/
         LIMIT $limit
       } AS page
