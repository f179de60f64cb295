// Memberships and, where an organization has a complete list, all others of the same member in it: whether the member is on the
// list depends on the claims about each of them.
// $ids: list of distinct strings
// -> one row per membership {id}
UNWIND $ids AS id
MATCH (membership:Entity {id: id})-[:ORGANIZATION]->(organization)
WHERE EXISTS { (organization)<-[:LIST_OF]-(:MemberList {complete: 'YES'}) }
MATCH (membership)-[:MEMBER]->(member)
MATCH (member)<-[:MEMBER]-(other {organizationId: organization.id})
RETURN DISTINCT other.id AS id
