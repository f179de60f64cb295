// Moves the relationships of a merged agent to the survivor, except memberships and claims; its names become other names of
// the survivor. The former state is noted so that the merge can be undone: one entry each in movedFromIds, movedInIds and
// movedKeys (names of properties, separated by spaces) for each merge that moved a relationship.
// $mergedId: string
// $survivorId: string
// $name: {id, value, kind, subjectId and keys} of the merged agent's name
// $by: {activityId, recordedBy, origin}
// -> no rows
MATCH (merged:Entity {id: $mergedId})
MATCH (survivor:Entity {id: $survivorId})
CALL (merged, survivor) {
  MATCH (other)-[link]->(merged)
  WHERE NOT type(link) IN ['MEMBER', 'ORGANIZATION', 'VIA', 'MEMBER_OF', 'SUPPORTS', 'MERGED_INTO', 'SPLIT_FROM']
  WITH merged, survivor, other, link, [key IN keys(other) WHERE key <> 'id' AND other[key] = merged.id] AS copies,
       [key IN keys(other) WHERE other[key] IS :: LIST<STRING NOT NULL> NOT NULL AND merged.id IN other[key]] AS lists
  CREATE (other)-[moved:$(type(link))]->(survivor)
  SET moved = properties(link),
      moved.movedFromIds = coalesce(link.movedFromIds, []) + merged.id,
      moved.movedInIds = coalesce(link.movedInIds, []) + $by.activityId,
      moved.movedKeys = coalesce(link.movedKeys, []) + reduce(keys = '', key IN copies + lists | keys + key + ' ')
  DELETE link
  FOREACH (key IN copies | SET other[key] = survivor.id)
  FOREACH (key IN lists | SET other[key] = [each IN other[key] | CASE each WHEN merged.id THEN survivor.id ELSE each END])
}
CALL (merged, survivor) {
  MATCH (merged)-[link:HAS_NAME|HAS_IDENTIFIER]->(other)
  CREATE (survivor)-[moved:$(type(link))]->(other)
  SET moved = properties(link),
      moved.movedFromIds = coalesce(link.movedFromIds, []) + merged.id,
      moved.movedInIds = coalesce(link.movedInIds, []) + $by.activityId
  DELETE link
  FOREACH (key IN CASE WHEN other.subjectId = merged.id THEN ['subjectId'] ELSE [] END | SET other[key] = survivor.id)
}
CALL (merged, survivor) {
  MERGE (name:Entity {id: $name.id})
  FOREACH (isNew IN CASE WHEN name.value IS NULL OR name:Withdrawn THEN [true] ELSE [] END |
    SET name += $name,
        name += $by,
        name.recordedAt = datetime(),
        name.withdrawnAt = null
  )
  SET name:Name
  REMOVE name:Withdrawn
  MERGE (survivor)-[link:HAS_NAME]->(name)
  ON CREATE SET link.origin = $by.origin
}
