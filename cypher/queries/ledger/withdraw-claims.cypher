// Withdraws claims: they lose their label and so leave every answer, and stay readable with who took them back, and why.
// $claims: list of {id, supersededById: the claim that says it better, or null}
// $by: {withdrawnInId: the activity, withdrawnBy: the person, withdrawnOrigin, withdrawnAs: a kind of change, withdrawnReason}
// $at: the moment their successors were recorded, or null for now
// -> one row {withdrawn: how many there were}
UNWIND $claims AS row
MATCH (claim:Entity {id: row.id})
WHERE claim:Claim
SET claim:Withdrawn,
    claim += $by,
    claim.supersededById = row.supersededById,
    claim.withdrawnAt = coalesce($at, datetime())
REMOVE claim:Claim
RETURN count(*) AS withdrawn
