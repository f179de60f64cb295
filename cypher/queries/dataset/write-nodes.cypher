// Writes nodes of the dataset: creates new ones, updates existing ones, and keeps what others added to them. What people
// withdrew or merged stays so. A whole load is one moment, so nobody can ask for half of it.
// $nodes: list of {id, labels, lost: labels it no longer has, properties: a null removes one}
// $at: when the load began
// -> no rows
UNWIND $nodes AS row
MERGE (node:Entity {id: row.id})
ON CREATE SET node.recordedAt = $at
SET node += row.properties
REMOVE node:$(row.lost)
WITH node, row
WHERE NOT node:Merged
  AND node.formerLabels IS NULL
  AND (node.withdrawnInId IS NULL OR node.restoredById IS NOT NULL)
SET node.withdrawnAt = null,
    node.withdrawnInId = null,
    node.restoredById = null,
    node:$(row.labels)
REMOVE node:Withdrawn
