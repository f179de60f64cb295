// Writes relationships between nodes.
// $links: list of {from: id, type, to: id, properties}
// -> one row {written: how many}
UNWIND $links AS row
MATCH (from:Entity|WaitingRow {id: row.from})
MATCH (to:Entity {id: row.to})
CREATE (from)-[link:$(row.type)]->(to)
SET link = row.properties
RETURN count(*) AS written
