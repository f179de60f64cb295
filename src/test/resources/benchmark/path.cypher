MATCH (from:Entity {id: $from}), (to:Entity {id: $to})
MATCH path = (from) (()-[link:MEMBER_OF]->() WHERE link.role <> 'FOUNDER' AND NOT coalesce(link.status, 'IN_FORCE') IN ['ENDED', 'NOT_MEMBER']){1,4} (to)
RETURN DISTINCT length(path) AS length, [agent IN nodes(path) | {name: agent.name}] AS steps
LIMIT 200
