// Organizations, cities and regions by id. The weight counts each one's memberships and members, and the memberships that
// run via it.
// $ids: list of distinct strings, e.g. ["race-to-zero", "boston"]
// -> at most one row per id {agent: node, weight: count}
UNWIND $ids AS id
MATCH (agent:Agent&Entity {id: id})
RETURN agent,
       COUNT { (agent)-[:MEMBER_OF]-() } + COUNT { (agent)<-[via:VIA]-() WHERE via.partnerId IS NOT NULL } AS weight
