// Clears the restored mark of claims that an activity restored and then withdrew again, so that they can be restored once more.
// $activityId: string, of an activity that is undone
// -> no rows
MATCH (claim:Withdrawn {withdrawnInId: $activityId})
WHERE claim.restoredInId = $activityId
MATCH (former:Entity {id: claim.restoresId})
WHERE former.restoredById = claim.id
SET former.restoredById = null
