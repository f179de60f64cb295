// Notes on withdrawn claims that they were recorded anew.
// $claims: list of {id, restoredById}
// -> no rows
UNWIND $claims AS row
MATCH (claim:Entity {id: row.id})
SET claim.restoredById = row.restoredById
