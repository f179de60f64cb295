// Notes the migration for which the graph gets a new version in the same transaction.
// $migration: string, e.g. "042"
// -> no rows
MERGE (version:GraphVersion {id: 'graph'})
SET version.migration = $migration
