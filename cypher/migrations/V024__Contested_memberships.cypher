CREATE INDEX membership_contested IF NOT EXISTS FOR (membership:Membership) ON (membership.contested);
