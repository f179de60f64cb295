// Undoes the merges of an activity: the merged agents are agents of their own again, with their former relationships.
// $activityId: string
// -> one row {returned: how many agents}
MATCH (merged:Merged)-[into:MERGED_INTO {activityId: $activityId}]->(survivor)
SET survivor.revision = coalesce(survivor.revision, 1) + 1,
    merged.revision = coalesce(merged.revision, 1) + 1
WITH merged, survivor, into, merged.formerLabels AS former
DELETE into
REMOVE merged:Merged
SET merged:$(former),
    merged.formerLabels = null,
    merged.mergedIntoId = null
WITH merged, survivor
CALL (merged, survivor) {
  MATCH (other)-[moved]->(survivor)
  WHERE last(moved.movedInIds) = $activityId
    AND last(moved.movedFromIds) = merged.id
  WITH merged, survivor, other, moved, properties(moved) AS noted
  CREATE (other)-[link:$(type(moved))]->(merged)
  SET link = noted,
      link.movedFromIds = nullIf(noted.movedFromIds[..-1], []),
      link.movedInIds = nullIf(noted.movedInIds[..-1], []),
      link.movedKeys = nullIf(noted.movedKeys[..-1], [])
  DELETE moved
  FOREACH (key IN [key IN split(last(noted.movedKeys), ' ') WHERE key <> ''] |
    SET other[key] = CASE
      WHEN other[key] = survivor.id THEN merged.id
      ELSE [i IN range(0, size(other[key]) - 1) | CASE WHEN i + 1 = noted.position THEN merged.id ELSE other[key][i] END]
    END
  )
}
CALL (merged, survivor) {
  MATCH (survivor)-[moved]->(other)
  WHERE last(moved.movedInIds) = $activityId
    AND last(moved.movedFromIds) = merged.id
  CREATE (merged)-[link:$(type(moved))]->(other)
  SET link = properties(moved),
      link.movedFromIds = nullIf(moved.movedFromIds[..-1], []),
      link.movedInIds = nullIf(moved.movedInIds[..-1], [])
  DELETE moved
  FOREACH (key IN CASE WHEN other.subjectId = survivor.id THEN ['subjectId'] ELSE [] END | SET other[key] = merged.id)
}
CALL (survivor) {
  MATCH (survivor)-[:HAS_NAME]->(name:Name {activityId: $activityId})
  SET name:Withdrawn,
      name.withdrawnAt = datetime()
  REMOVE name:Name
}
RETURN count(*) AS returned
