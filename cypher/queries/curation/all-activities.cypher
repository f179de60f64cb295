// One page of all activities, latest first.
// $counted: whether to count the total
// $limit: integer, 1 to 501
// -> one row {total, page: [{key, node}]}
RETURN CASE WHEN $counted THEN COUNT { (:Activity) } END AS total,
       COLLECT {
         MATCH (activity:Activity)
         WITH activity, toString(9999999999999 - activity.startedAt.epochMillis) AS age
         WHERE /*after*/ true /**/
         RETURN {
           node: activity,
           key: /*key*/ [age, activity.id] /**/
         }
         ORDER BY /*order*/ age, activity.id /**/
         LIMIT $limit
       } AS page
