// Claims that stand and that an activity recorded, recorded anew, or moved to another agent; with the claim that each
// superseded, where nothing else has taken its place. A claim that there is a place stands as long as something lies in it.
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
