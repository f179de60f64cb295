// Writes nodes of the dataset: makes new ones, brings known ones up to date, keeps what others added to them.
// $nodes: list of {id, labels, lost: labels it no longer has, properties: a null takes one off}
// $checksum: string, of the files they come from
// -> no rows
UNWIND $nodes AS row
MERGE (node:Entity {id: row.id})
ON CREATE SET node.recordedAt = datetime()
SET node += row.properties,
    node.origin = 'built-in',
    node.checksum = $checksum,
    node.withdrawnAt = null
REMOVE node:$(row.lost), node:Withdrawn
SET node:$(row.labels)
