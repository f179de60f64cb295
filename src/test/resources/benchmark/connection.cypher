MATCH (from:Entity {id: $from}), (to:Entity {id: $to})
MATCH path = allShortestPaths((from)-[:MEMBER_OF*..2]-(to))
WHERE all(link IN relationships(path) WHERE link.role <> 'FOUNDER' AND NOT coalesce(link.status, 'IN_FORCE') IN ['ENDED', 'NOT_MEMBER'])
RETURN DISTINCT length(path) AS length, [agent IN nodes(path)[1..] | {name: agent.name}] AS steps
