// The version of the graph, which changes with every write.
// -> one row {change, changedAt}, none in a graph to which nothing was written
MATCH (version:GraphVersion {id: 'graph'})
RETURN version.change AS change,
       version.changedAt AS changedAt
