// Removes the mark of an incomplete graph, and gives decisions of files from before they had a version one.
// -> no rows
MATCH (mark:HalfBroughtIn)
DELETE mark
WITH count(mark) AS marks
MATCH (decision:Decision)
WHERE decision.version IS NULL
SET decision.version = 0
