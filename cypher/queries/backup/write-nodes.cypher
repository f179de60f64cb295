// Writes new nodes.
// $nodes: list of {labels, properties}
// -> no rows
UNWIND $nodes AS row
CREATE (node:$(row.labels))
SET node = row.properties
