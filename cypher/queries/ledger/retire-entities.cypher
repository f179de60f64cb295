// Withdraws agents, places and sources that an activity added and nothing depends on. Their labels are kept.
// $activityId: string
// $limit: integer
// $by: {withdrawnInId: the undoing activity, withdrawnBy: the person}
// -> one row {retired: how many}
CALL () {
  MATCH (thing:Agent {activityId: $activityId})
  RETURN thing
  UNION
  MATCH (thing:Place {activityId: $activityId})
  RETURN thing
  UNION
  MATCH (thing:Source {activityId: $activityId})
  RETURN thing
}
WITH thing
WHERE NOT EXISTS {
  MATCH (thing)<--(other)
  WHERE NOT other:Withdrawn
}
WITH thing
LIMIT $limit
SET thing.formerLabels = [label IN labels(thing) WHERE label <> 'Entity'],
    thing.withdrawnAt = datetime(),
    thing += $by
WITH thing, thing.formerLabels AS former
REMOVE thing:$(former)
SET thing:Withdrawn
RETURN count(*) AS retired
