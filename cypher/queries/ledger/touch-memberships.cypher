// Creates missing memberships and locks all of them for this transaction.
// $memberships: list of {id, identity: {role, memberId, organizationId, viaIds}}, each once, in order of id: two writers
// then never wait for each other
// $by: {activityId, recordedBy, origin}
// -> no rows
UNWIND $memberships AS row
MERGE (membership:Entity {id: row.id})
ON CREATE SET membership += row.identity,
              membership += $by,
              membership.recordedAt = datetime()
ON MATCH SET membership.id = row.id
