CREATE INDEX channel_page IF NOT EXISTS FOR ()-[via:VIA]-() ON (via.partnerId, via.sortName, via.membershipId);
