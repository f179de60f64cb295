// When a source was published.
// $id: string, of the source
// -> one row {statedAt: partial date, or null}
MATCH (source:Entity {id: $id} WHERE source:Source)
RETURN source.statedAt AS statedAt
