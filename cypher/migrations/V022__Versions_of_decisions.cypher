MATCH (decision:Decision)
WHERE decision.version IS NULL
SET decision.version = 0;
