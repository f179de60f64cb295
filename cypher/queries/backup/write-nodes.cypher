// Writes nodes that are not there.
// $nodes: list of {labels, properties}
// -> no rows
UNWIND $nodes AS row
CREATE (node:$(row.labels))
SET node = row.properties
