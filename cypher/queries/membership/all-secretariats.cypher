// One page of all secretariats, in order of name.
// $afterKey: string, the last sortName of the page before, "" for the first page
// $afterId: string, the last id of the page before, "" for the first page
// $limit: integer, 1 to 201
// -> one row {total, page: [{key, node}]}
RETURN COUNT { (:Secretariat) } AS total,
       COLLECT {
         MATCH (secretariat:Secretariat)
         WHERE secretariat.sortName >= $afterKey
           AND (secretariat.sortName > $afterKey OR secretariat.id > $afterId)
         RETURN {key: secretariat.sortName, node: secretariat}
         ORDER BY secretariat.sortName, secretariat.id
         LIMIT $limit
       } AS page
