// Writes new claims on memberships that are there, and raises the revision of these.
// $claims: list of {membershipId, sourceId, claim: properties, said: what it says of the membership}, in order of
// membership
// $by: {activityId, recordedBy, origin}
// -> one row {written: how many found their membership and source, at: the moment they are recorded}
UNWIND $claims AS row
MATCH (membership:Entity {id: row.membershipId})
MATCH (source:Entity {id: row.sourceId} WHERE source:Source)
SET membership.revision = coalesce(membership.revision + 1, row.revision)
CREATE (claim:Entity:Claim)
SET claim = row.claim,
    claim += $by,
    claim.recordedAt = datetime()
CREATE (claim)-[:STATED_IN {origin: $by.origin}]->(source)
CREATE (claim)-[said:SUPPORTS]->(membership)
SET said = row.said,
    said.origin = $by.origin
RETURN count(*) AS written, datetime() AS at
