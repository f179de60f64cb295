MATCH (membership:Membership)-[:MEMBER]->(member)-[link:MEMBER_OF]->()
WHERE link.membershipId = membership.id
SET link.sourceIds = membership.sourceIds;
