// What people decided about written agents, the latest first.
// $keys: list of distinct strings, as Decisions makes them
// $superseded: boolean, whether earlier decisions that no longer hold are given too
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
