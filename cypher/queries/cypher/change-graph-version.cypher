// Gives the graph a new version, as the last step of a change.
// -> no rows
MERGE (version:GraphVersion {id: 'graph'})
SET version.change = randomUUID(),
    version.changedAt = datetime()
