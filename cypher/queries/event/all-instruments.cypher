// One page of all instruments, in order of name.
// $counted: whether to count the total
// $limit: integer, 1 to 501
// -> one row {total, page: [{key, node}]}
RETURN CASE WHEN $counted THEN COUNT {
         MATCH (instrument:Instrument)
         WHERE /*where instrument*/ true /**/
       } END AS total,
       COLLECT {
         MATCH (instrument:Instrument)
         WHERE /*after*/ true /**/
           AND /*where instrument*/ true /**/
         RETURN {
           node: instrument,
           key: /*key*/ [instrument.sortName, instrument.id] /**/
         }
         ORDER BY /*order*/ instrument.sortName, instrument.id /**/
         LIMIT $limit
       } AS page
