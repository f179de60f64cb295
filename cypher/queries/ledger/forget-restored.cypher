// Forgets that claims were recorded anew in an activity which withdrew them again, so that they can come back once more.
// $activityId: string, of an activity that is undone
// -> no rows
MATCH (claim:Withdrawn {withdrawnInId: $activityId})
WHERE claim.restoredInId = $activityId
MATCH (former:Entity {id: claim.restoresId})
WHERE former.restoredById = claim.id
SET former.restoredById = null
