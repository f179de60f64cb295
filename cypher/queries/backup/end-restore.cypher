// Removes the mark of an incomplete graph.
// -> no rows
MATCH (mark:HalfBroughtIn)
DELETE mark
