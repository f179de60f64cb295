// Marks a graph that is not whole from now on.
// -> no rows
MERGE (:HalfBroughtIn)
