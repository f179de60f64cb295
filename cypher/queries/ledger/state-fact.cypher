// Creates a fact that a claim is about to support, unless it exists: a figure, an event, a secretariat, or any other node.
// $id: string
// $labels: list of its labels besides Entity
// $properties: of the fact
// $links: list of {type, id: of the other end, position: or null}
// $by: {activityId, recordedBy, origin}
// -> one row {linked: how many other ends were found}
MERGE (fact:Entity {id: $id})
ON CREATE SET fact += $properties,
              fact += $by,
              fact.recordedAt = datetime()
ON MATCH SET fact.id = $id
WITH fact, labels(fact) = ['Entity'] AS isNew
CALL (fact, isNew) {
  WITH fact, isNew
  WHERE isNew
  SET fact:$($labels)
  WITH fact
  UNWIND $links AS link
  MATCH (other:Entity {id: link.id})
  CREATE (fact)-[related:$(link.type) {origin: $by.origin}]->(other)
  SET related.position = link.position
}
RETURN size([link IN $links WHERE EXISTS { (:Entity {id: link.id}) }]) AS linked
