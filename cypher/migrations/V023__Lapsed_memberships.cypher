// what has ended is marked, as is what a later complete list does not have
MATCH (membership:Membership {status: 'ENDED'})-[:MEMBER]->(member)
SET membership.lapsed = true
WITH membership, member
MATCH (member)-[link:MEMBER_OF {membershipId: membership.id}]->()
SET link.lapsed = true;
