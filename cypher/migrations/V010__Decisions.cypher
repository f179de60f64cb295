CREATE CONSTRAINT decision_id IF NOT EXISTS FOR (decision:Decision) REQUIRE decision.id IS UNIQUE;
CREATE INDEX decision_key IF NOT EXISTS FOR (decision:Decision) ON (decision.key);
