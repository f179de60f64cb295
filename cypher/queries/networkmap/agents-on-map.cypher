// Organizations, cities and regions by id. The weight counts each one's memberships and members.
// $ids: list of distinct strings, e.g. ["race-to-zero", "boston"]
// -> at most one row per id {agent: node, weight: count}
UNWIND $ids AS id
MATCH (agent:Agent&Entity {id: id})
RETURN agent, COUNT { (agent)-[:MEMBER_OF]-() } AS weight
