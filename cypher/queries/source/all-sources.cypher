// One page of all sources, in order of title.
// $afterKey: string, the last title of the page before, "" for the first page
// $afterId: string, the last id of the page before, "" for the first page
// $limit: integer, 1 to 201
// -> one row {total, page: [{key, node}]}
RETURN COUNT { (:Source) } AS total,
       COLLECT {
         MATCH (source:Source)
         WHERE source.title >= $afterKey
           AND (source.title > $afterKey OR source.id > $afterId)
         RETURN {key: source.title, node: source}
         ORDER BY source.title, source.id
         LIMIT $limit
       } AS page
