// Memberships of one of two agents in the other.
// $one: string
// $other: string
// -> one row per such membership {id}
MATCH (one:Entity {id: $one})-[link:MEMBER_OF]-(other:Entity {id: $other})
RETURN link.membershipId AS id
