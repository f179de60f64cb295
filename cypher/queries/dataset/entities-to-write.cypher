// Entities that facts refer to, with what the built-in dataset does not have of them.
// $ids: list of distinct strings
// $sourceIds: list of distinct strings, the sources that are written
// -> one row per entity {id, builtIn: whether the dataset has it, labels, entity: properties, names: list of properties of
// names that the dataset does not have, identifiers: list of {scheme, value}, otherSourceIds: other sources of claims about it,
// merged: how many agents were merged into it}, in order of id
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
WITH entity, coalesce(entity.origin, '') = 'built-in' AS builtIn
RETURN entity.id AS id,
       builtIn,
       labels(entity) AS labels,
       properties(entity) AS entity,
       COLLECT {
         MATCH (entity)-[:HAS_NAME]->(name:Name)
         WHERE coalesce(name.origin, '') <> 'built-in'
         RETURN properties(name)
         ORDER BY name.id
       } AS names,
       COLLECT {
         MATCH (entity)-[:HAS_IDENTIFIER]->(identifier:Identifier)
         WHERE coalesce(identifier.origin, '') <> 'built-in'
         RETURN {scheme: identifier.scheme, value: identifier.value}
         ORDER BY identifier.scheme, identifier.value
       } AS identifiers,
       CASE
         WHEN builtIn THEN []
         ELSE COLLECT {
           MATCH (entity)<-[:SUPPORTS]-(claim:Claim)
           WHERE NOT claim.sourceId IN $sourceIds
           RETURN DISTINCT claim.sourceId
         }
       END AS otherSourceIds,
       COUNT { (entity)<-[:MERGED_INTO]-() } AS merged
ORDER BY id
