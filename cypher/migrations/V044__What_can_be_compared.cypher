CREATE INDEX membership_position IF NOT EXISTS FOR (membership:Membership) ON (membership.position);
CREATE INDEX claim_property IF NOT EXISTS FOR (claim:Claim) ON (claim.property);
