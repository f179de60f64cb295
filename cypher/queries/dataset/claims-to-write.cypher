// What sources state and the built-in dataset does not: their claims, each with the facts it supports, in the order in which they
// are written. A later version of a claim takes the id of the first, as a dataset has only one.
// $sourceIds: list of distinct strings
// -> one row per claim and fact {claimId, claim: properties, says: what the claim states about the fact, labels and fact: of the fact}
UNWIND $sourceIds AS sourceId
MATCH (source:Entity {id: sourceId})<-[:STATED_IN]-(claim:Claim)
WHERE coalesce(claim.origin, '') <> 'built-in'
MATCH (claim)-[says:SUPPORTS]->(fact:Entity)
WITH claim,
     says,
     fact,
     CASE
       WHEN claim.versionOfId IS NULL OR EXISTS { (:Entity {id: claim.versionOfId, origin: 'built-in'}) } THEN claim.id
       ELSE claim.versionOfId
     END AS claimId
ORDER BY claimId, claim.id, fact.id
RETURN claimId,
       properties(claim) AS claim,
       properties(says) AS says,
       labels(fact) AS labels,
       properties(fact) AS fact
