// Marks the graph as incomplete.
// -> no rows
MERGE (:HalfBroughtIn)
