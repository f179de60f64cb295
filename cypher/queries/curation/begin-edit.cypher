// Notes who changes what and why, before the change is made.
// $edit: {id, kind, action, person, comment}
// -> one row {activity: node}
CREATE (activity:Entity:Activity:Edit)
SET activity = $edit,
    activity.origin = 'curated',
    activity.startedAt = datetime()
RETURN activity
