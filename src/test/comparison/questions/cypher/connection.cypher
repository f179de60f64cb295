MATCH (a:City {slug: $a}), (b:City {slug: $b})
MATCH path = shortestPath((a)-[:MEMBER_OF|PARTICIPATES_IN|SECTION_OF*..4]-(b))
WHERE all(step IN relationships(path) WHERE coalesce(step.status, '') <> 'former')
UNWIND nodes(path) AS node
RETURN labels(node)[0] AS label, node.slug AS slug, node.name AS name
