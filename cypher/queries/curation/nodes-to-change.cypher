// The nodes that a change names. Those to be changed are locked for this transaction; with a claim, so is the fact it
// supports, whose revision it shares.
// $ids: list of distinct strings, in order, so that two writers never wait for each other
// $locked: list of the ids to be changed
// -> one row per known id {id, labels, name, revision, onMembership: whether a claim supports one, onFigure, rank,
// property}
UNWIND $ids AS id
MATCH (node:Entity {id: id})
CALL (id, node) {
  WITH id, node
  WHERE id IN $locked
  SET node.id = id
  WITH node
  MATCH (node)-[:SUPPORTS]->(fact)
  SET fact.id = fact.id
}
RETURN id,
       labels(node) AS labels,
       coalesce(node.name, node.title) AS name,
       coalesce(COLLECT { MATCH (node)-[:SUPPORTS]->(fact) RETURN coalesce(fact.revision, 1) AS revision ORDER BY revision DESC LIMIT 1 }[0], node.revision, 1) AS revision,
       EXISTS { MATCH (node)-[:SUPPORTS]->(fact) WHERE fact.memberId IS NOT NULL } AS onMembership,
       EXISTS { (node)-[:SUPPORTS]->(:Figure) } AS onFigure,
       node.rank AS rank,
       node.property AS property
ORDER BY id
