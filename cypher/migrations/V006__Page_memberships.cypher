CREATE INDEX channel_page IF NOT EXISTS FOR ()-[via:VIA]-() ON (via.partnerId, via.sortName, via.membershipId);
CREATE INDEX membership_id IF NOT EXISTS FOR (membership:Membership) ON (membership.id);
