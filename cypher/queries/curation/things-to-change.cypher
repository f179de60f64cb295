// What there is of things that a change names; those that are changed are held for this transaction, and with a claim what
// rests on it, whose revision it has.
// $ids: list of distinct strings, in order, so that two writers never wait for each other
// $held: list of those that are changed
// -> one row per known thing {id, labels, name, revision, onMembership: whether a claim is on one, onFigure, rank,
// property}
UNWIND $ids AS id
MATCH (thing:Entity {id: id})
CALL (id, thing) {
  WITH id, thing
  WHERE id IN $held
  SET thing.id = id
  WITH thing
  MATCH (thing)-[:SUPPORTS]->(fact)
  SET fact.id = fact.id
}
RETURN id,
       labels(thing) AS labels,
       coalesce(thing.name, thing.title) AS name,
       coalesce(COLLECT { MATCH (thing)-[:SUPPORTS]->(fact) RETURN coalesce(fact.revision, 1) AS revision ORDER BY revision DESC LIMIT 1 }[0], thing.revision, 1) AS revision,
       EXISTS { MATCH (thing)-[:SUPPORTS]->(fact) WHERE fact.memberId IS NOT NULL } AS onMembership,
       EXISTS { (thing)-[:SUPPORTS]->(:Figure) } AS onFigure,
       thing.rank AS rank,
       thing.property AS property
ORDER BY id
