// All nodes with their properties and outgoing relationships, kind by kind in order of id; without nodes that are created as needed.
// -> one row per node {labels, properties, links: list of {type, to: id, properties}}
MATCH (node:Entity)
WHERE node.id > ''
RETURN labels(node) AS labels,
       properties(node) AS properties,
       COLLECT {
         MATCH (node)-[link]->(to:Entity)
         RETURN {type: type(link), to: to.id, properties: properties(link)}
       } AS links
ORDER BY node.id
UNION ALL
MATCH (node:WaitingRow)
WHERE node.id > ''
RETURN labels(node) AS labels,
       properties(node) AS properties,
       COLLECT {
         MATCH (node)-[link]->(to:Entity)
         RETURN {type: type(link), to: to.id, properties: properties(link)}
       } AS links
ORDER BY node.id
UNION ALL
MATCH (node:Decision)
WHERE node.id > ''
RETURN labels(node) AS labels,
       properties(node) AS properties,
       [] AS links
ORDER BY node.id
UNION ALL
MATCH (node:ImportBatch)
WHERE node.id > ''
RETURN labels(node) AS labels,
       properties(node) AS properties,
       [] AS links
ORDER BY node.id
UNION ALL
MATCH (node:ImportFinding)
WHERE node.runId > '' AND node.id > ''
RETURN labels(node) AS labels,
       properties(node) AS properties,
       [] AS links
ORDER BY node.runId, node.id
