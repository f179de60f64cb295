// Creates nodes of the dataset in a graph that has none of them.
// $nodes: list of {labels, properties}
// -> no rows
UNWIND $nodes AS row
CREATE (node:Entity:$(row.labels))
SET node = row.properties
