// One page of all instruments, in order of name.
// $afterKey: string, the last sortName of the page before, "" for the first page
// $afterId: string, the last id of the page before, "" for the first page
// $limit: integer, 1 to 201
// -> one row {total, page: [{key, node}]}
RETURN COUNT {
         MATCH (instrument:Instrument)
       } AS total,
       COLLECT {
         MATCH (instrument:Instrument)
         WHERE instrument.sortName >= $afterKey
           AND (instrument.sortName > $afterKey OR instrument.id > $afterId)
         RETURN {key: instrument.sortName, node: instrument}
         ORDER BY instrument.sortName, instrument.id
         LIMIT $limit
       } AS page
