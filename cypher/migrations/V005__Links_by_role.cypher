CREATE INDEX member_role IF NOT EXISTS FOR ()-[link:MEMBER_OF]-() ON (link.organizationId, link.role, link.membershipId);
