// Decisions of people about listed agents, the latest first.
// $keys: list of distinct strings, as DecisionStore.key returns them
// $superseded: boolean, whether to include decisions that no longer hold
// -> one row per decision {key, id, verdict, agentId, sourceId, recordedBy, recordedAt, supersededById}
UNWIND $keys AS key
MATCH (decision:Decision {key: key})
WHERE $superseded OR decision.supersededById IS NULL
RETURN key,
       decision.id AS id,
       decision.verdict AS verdict,
       decision.agentId AS agentId,
       decision.sourceId AS sourceId,
       decision.recordedBy AS recordedBy,
       decision.recordedAt AS recordedAt,
       decision.supersededById AS supersededById
ORDER BY key, recordedAt DESC, id
