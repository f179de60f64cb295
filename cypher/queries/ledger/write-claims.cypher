// Writes new claims on facts that are there, and raises the revision of these.
// $claims: list of {sourceId, claim: properties, supports: [{id: of the fact, said: what it says of it, revision: of a fact
// that has none yet}]}
// -> one row {written: how many facts and sources were found, at: the moment they are recorded}
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
CREATE (claim)-[said:SUPPORTS]->(fact)
SET said = support.said,
    said.origin = claim.origin
RETURN count(*) AS written, datetime() AS at
