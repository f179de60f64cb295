// Restores agents, places and sources that an activity withdrew.
// $activityId: string
// $limit: integer
// -> one row {returned: how many}
MATCH (thing:Withdrawn {withdrawnInId: $activityId})
WHERE thing.formerLabels IS NOT NULL
WITH thing, thing.formerLabels AS former
LIMIT $limit
SET thing:$(former),
    thing.formerLabels = null,
    thing.withdrawnAt = null,
    thing.withdrawnInId = null,
    thing.withdrawnBy = null
REMOVE thing:Withdrawn
RETURN count(*) AS returned
