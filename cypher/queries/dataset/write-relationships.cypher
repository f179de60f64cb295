// Writes relationships of the dataset, between nodes from which its former relationships were deleted; again without effect.
// $links: list of {from, type, to, properties}
// -> no rows
UNWIND $links AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
MERGE (from)-[link:$(row.type)]->(to)
SET link = row.properties,
    link.origin = 'built-in'
