CREATE INDEX pledge_id IF NOT EXISTS FOR (pledge:Pledge) ON (pledge.id);
CREATE INDEX pledge_subject IF NOT EXISTS FOR (pledge:Pledge) ON (pledge.subjectId);
CREATE INDEX pledge_target_year IF NOT EXISTS FOR (pledge:Pledge) ON (pledge.targetYear);
CREATE INDEX pledge_under IF NOT EXISTS FOR (pledge:Pledge) ON (pledge.underId);
