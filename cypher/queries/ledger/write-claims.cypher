// Writes new claims on existing facts and raises the revision of those facts.
// $claims: list of {sourceId, claim: properties, supports: [{id: of the fact, values: what the claim states about it,
// revision: of a fact that has none yet}]}
// -> one row {written: how many facts with a known source were found, at: when the claims were recorded}
UNWIND $claims AS row
MATCH (source:Entity {id: row.sourceId} WHERE source:Source)
CREATE (claim:Entity:Claim)
SET claim = row.claim,
    claim.recordedAt = datetime()
CREATE (claim)-[:STATED_IN {origin: claim.origin}]->(source)
WITH row, claim
UNWIND row.supports AS support
MATCH (fact:Entity {id: support.id})
SET fact.revision = coalesce(fact.revision + 1, support.revision)
CREATE (claim)-[supports:SUPPORTS]->(fact)
SET supports = support.values,
    supports.origin = claim.origin
RETURN count(*) AS written, datetime() AS at
