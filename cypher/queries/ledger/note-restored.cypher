// Marks withdrawn claims, or withdrawn lists of members, as restored by others.
// $claims: list of {id, restoredById}
// -> no rows
UNWIND $claims AS row
MATCH (claim:Entity {id: row.id})
SET claim.restoredById = row.restoredById
