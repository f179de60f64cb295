// Standing claims that an activity recorded, restored or moved to another agent, each with the claim it superseded if that
// one has not been restored. Claims that name a place are left out while anything is still in that place.
// $activityId: string
// $limit: integer
// -> one row per claim {id, wasRestored, supersedesId}
CALL () {
  MATCH (claim:Claim {activityId: $activityId})
  WHERE NOT EXISTS {
    MATCH (claim)-[:SUPPORTS]->(:Place)<-[:IN_STATE|IN_COUNTRY|PART_OF]-(within)
    WHERE NOT within:Withdrawn
  }
  RETURN claim
  LIMIT $limit
  UNION
  MATCH (claim:Claim {movedInId: $activityId})
  RETURN claim
  LIMIT $limit
  UNION
  MATCH (claim:Claim {restoredInId: $activityId})
  RETURN claim
  LIMIT $limit
}
WITH claim
LIMIT $limit
WITH claim, coalesce(claim.restoredInId = $activityId, false) AS wasRestored
OPTIONAL MATCH (former:Entity {id: claim.supersedesId})
WHERE NOT wasRestored AND former:Withdrawn AND former.restoredById IS NULL
RETURN claim.id AS id, wasRestored, former.id AS supersedesId
