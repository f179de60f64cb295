// Writes relationships of the dataset, between nodes from which its former relationships were deleted.
// $links: list of {from, type, to, properties}
// -> no rows
UNWIND $links AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
CREATE (from)-[link:$(row.type)]->(to)
SET link = row.properties,
    link.origin = 'built-in'
