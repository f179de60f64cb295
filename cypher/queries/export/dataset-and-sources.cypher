// The dataset an export is taken from, and its sources, by title.
// $most: integer, maximum number of sources
// -> one row {dataset: node or null, changedAt: date and time or null, sources: list of maps, sourceCount}
RETURN COLLECT { MATCH (dataset:Entity {id: 'dataset'}) RETURN dataset }[0] AS dataset,
       COLLECT { MATCH (version:GraphVersion {id: 'graph'}) RETURN version.changedAt }[0] AS changedAt,
       COLLECT {
         MATCH (source:Source)
         WHERE source.title >= ''
         RETURN source {.id, .title, .url, .licence, .licenceUrl, .attribution}
         ORDER BY source.title, source.id
         LIMIT $most
       } AS sources,
       COUNT { (:Source) } AS sourceCount
