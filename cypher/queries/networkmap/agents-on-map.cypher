// Organizations, cities and regions by id, with all memberships of and in each as its weight.
// $ids: list of distinct strings, e.g. ["race-to-zero", "boston"]
// -> at most one row per id {agent: node, weight: count}
UNWIND $ids AS id
MATCH (agent:Agent&Entity {id: id})
RETURN agent, COUNT { (agent)-[:MEMBER_OF]-() } AS weight
