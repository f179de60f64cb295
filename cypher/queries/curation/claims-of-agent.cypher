// Which of these claims are about an agent, as their subject or through a membership they support.
// $id: string
// $claimIds: list of distinct strings
// -> one row per claim {id}
UNWIND $claimIds AS claimId
MATCH (claim:Entity {id: claimId})
WHERE claim:Claim
  AND (claim.subjectId = $id
       OR EXISTS { MATCH (claim)-[:SUPPORTS]->(fact) WHERE fact.id = $id OR fact.memberId = $id OR fact.organizationId = $id })
RETURN claimId AS id
