// Marks a graph that is whole again.
// -> no rows
MATCH (mark:HalfBroughtIn)
DELETE mark
