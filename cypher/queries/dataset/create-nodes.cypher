// Creates nodes of the dataset in a graph that has none of them. A whole load is one moment, so nobody can ask for half of it.
// $nodes: list of {id, labels, properties}
// $checksum: string, of the files they come from
// $at: when the load began
// -> no rows
UNWIND $nodes AS row
CREATE (node:Entity:$(row.labels))
SET node = row.properties,
    node.id = row.id,
    node.recordedAt = $at,
    node.origin = 'built-in',
    node.checksum = $checksum
