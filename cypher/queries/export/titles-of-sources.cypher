// The titles of all sources, for the edges of an export.
// -> one row per source {id, title}
MATCH (source:Source)
RETURN source.id AS id, source.title AS title
