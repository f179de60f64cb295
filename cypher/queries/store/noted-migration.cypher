// The migration for which the graph got its version.
// -> one row {migration: null if none was noted}
OPTIONAL MATCH (version:GraphVersion {id: 'graph'})
RETURN version.migration AS migration
