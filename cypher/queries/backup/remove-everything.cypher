// Removes a batch of nodes, to make room for those of a file.
// $limit: integer
// -> one row {removed: how many}
MATCH (node:Entity|WaitingRow|Decision|ImportBatch|ImportFinding|ImportTurn)
WITH node
LIMIT $limit
DETACH DELETE node
RETURN count(*) AS removed
