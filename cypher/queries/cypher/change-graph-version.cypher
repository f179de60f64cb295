// Gives the graph a new version, as the last step of each write.
// -> no rows
MERGE (version:GraphVersion {id: 'graph'})
SET version.change = randomUUID(),
    version.changedAt = datetime()
