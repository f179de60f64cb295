// Writes relationships of the dataset, between nodes from which its former relationships were deleted.
// $nodes: list of {id, links: list of {type, to, properties}}
// -> no rows
UNWIND $nodes AS row
MATCH (from:Entity {id: row.id})
UNWIND row.links AS each
MATCH (to:Entity {id: each.to})
CREATE (from)-[link:$(each.type)]->(to)
SET link = each.properties
