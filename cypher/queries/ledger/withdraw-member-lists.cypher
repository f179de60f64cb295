// Withdraws lists of members: they disappear from answers, except about what was known earlier.
// $lists: list of {id, supersededById: the next version of the list, or null}
// $by: {withdrawnInId: the activity, withdrawnBy: the person}
// -> no rows
UNWIND $lists AS row
MATCH (list:Entity {id: row.id} WHERE list:MemberList)
SET list += $by,
    list.supersededById = row.supersededById,
    list.withdrawnAt = datetime(),
    list:Withdrawn
REMOVE list:MemberList
