// Claims that are not withdrawn and name an agent, as their subject or as member, organization or partner of a membership.
// $id: string
// -> one row per claim {id}
MATCH (agent:Entity {id: $id})
CALL (agent) {
  MATCH (agent)<-[:MEMBER|ORGANIZATION|VIA]-(:Membership|Withdrawn)<-[:SUPPORTS]-(claim:Claim)
  RETURN claim
  UNION
  MATCH (agent)<-[:SUPPORTS]-(claim:Claim)
  RETURN claim
  UNION
  MATCH (claim:Claim {subjectId: agent.id})
  RETURN claim
}
RETURN claim.id AS id
