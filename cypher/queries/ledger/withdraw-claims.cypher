// Withdraws claims: they lose their label and so disappear from answers, but stay readable with who withdrew them and why.
// $claims: list of {id, supersededById: the superseding claim, or null}
// $by: {withdrawnInId: the activity, withdrawnBy: the person, withdrawnOrigin, withdrawnAs: a kind of change, withdrawnReason}
// $at: when their successors were recorded, or null for now
// -> one row {withdrawn: how many}
UNWIND $claims AS row
MATCH (claim:Entity {id: row.id})
WHERE claim:Claim
SET claim:Withdrawn,
    claim += $by,
    claim.supersededById = row.supersededById,
    claim.withdrawnAt = coalesce($at, datetime())
REMOVE claim:Claim
RETURN count(*) AS withdrawn
