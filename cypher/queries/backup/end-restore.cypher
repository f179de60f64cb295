// Removes the mark of an incomplete graph, gives a version to decisions from before they had one, and has the states of cities
// checked at the next start, because the restored file can be older than their corrections.
// -> no rows
MATCH (mark:HalfBroughtIn)
DELETE mark
WITH count(mark) AS marks
MATCH (decision:Decision)
WHERE decision.version IS NULL
SET decision.version = 0
WITH count(decision) AS decisions
MATCH (version:GraphVersion {id: 'graph'})
SET version.stateCorrection = null
