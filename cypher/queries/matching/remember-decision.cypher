// Remembers what a person decided about a listed agent. Earlier decisions of the same scope no longer hold but stay
// readable. Several NOT_SAME decisions, each about another agent, hold together.
// $decision: {id, key, verdict, agentId, sourceId, name, activityId, recordedBy, origin}
// -> one row {superseded: how many earlier decisions no longer hold}
CREATE (decision:Decision)
SET decision = $decision,
    decision.recordedAt = datetime()
WITH decision
OPTIONAL MATCH (earlier:Decision {key: decision.key})
WHERE earlier <> decision
  AND earlier.supersededById IS NULL
  AND coalesce(earlier.sourceId, '') = coalesce(decision.sourceId, '')
  AND NOT (decision.verdict = 'NOT_SAME' AND earlier.verdict = 'NOT_SAME' AND earlier.agentId <> decision.agentId)
SET earlier.supersededById = decision.id
RETURN count(earlier) AS superseded
