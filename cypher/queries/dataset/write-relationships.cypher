// Writes relationships of the dataset.
// $links: list of {from, type, to, properties}
// $checksum: string, of the files they come from
// -> no rows
UNWIND $links AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
MERGE (from)-[link:$(row.type)]->(to)
SET link += row.properties,
    link.origin = 'built-in',
    link.checksum = $checksum
