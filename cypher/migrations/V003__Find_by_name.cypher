CREATE INDEX entity_name_key IF NOT EXISTS FOR (entity:Entity) ON (entity.nameKey);
CREATE INDEX entity_name_spelled IF NOT EXISTS FOR (entity:Entity) ON (entity.nameSpelled);
CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (entity:Entity) ON EACH [entity.nameKey, entity.nameSpelled] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}};
