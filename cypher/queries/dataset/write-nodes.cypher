// Writes nodes of the dataset: makes new ones, brings known ones up to date, keeps what others added to them. What people
// took back, or merged into something else, stays out of the answers.
// $nodes: list of {id, labels, lost: labels it no longer has, properties: a null takes one off}
// $checksum: string, of the files they come from
// -> no rows
UNWIND $nodes AS row
MERGE (node:Entity {id: row.id})
ON CREATE SET node.recordedAt = datetime()
SET node += row.properties,
    node.origin = 'built-in',
    node.checksum = $checksum
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
