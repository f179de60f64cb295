// The version of the graph: another one after every change.
// -> one row {change, changedAt}, none in a graph that nothing was written to
MATCH (version:GraphVersion {id: 'graph'})
RETURN version.change AS change,
       version.changedAt AS changedAt
