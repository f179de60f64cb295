// On how many lines of a source memberships wait for a decision, by the organization they are in.
// $sourceId: string
// -> one row per organization {organizationId: as the mapping has it, survivorId: into which it was merged, or null, lines}
MATCH (waiting:WaitingRow {sourceId: $sourceId, state: 'WAITING'})
WITH waiting.organizationId AS organizationId, count(DISTINCT waiting.line) AS lines
RETURN organizationId,
       head(COLLECT {
         MATCH (:Entity {id: organizationId})-[:MERGED_INTO]->+(survivor:Agent)
         RETURN survivor.id
       }) AS survivorId,
       lines
