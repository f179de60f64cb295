CREATE INDEX claim_activity IF NOT EXISTS FOR (claim:Claim) ON (claim.activityId);
CREATE INDEX agent_activity IF NOT EXISTS FOR (agent:Agent) ON (agent.activityId);
CREATE INDEX withdrawn_activity IF NOT EXISTS FOR (withdrawn:Withdrawn) ON (withdrawn.withdrawnInId);
CREATE INDEX claim_restored IF NOT EXISTS FOR (claim:Claim) ON (claim.restoredInId);
CREATE INDEX claim_moved IF NOT EXISTS FOR (claim:Claim) ON (claim.movedInId);
