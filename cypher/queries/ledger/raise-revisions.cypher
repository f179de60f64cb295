// Raises the revision of things that change, and so holds them for this transaction: others who want to change them wait.
// $ids: list of distinct strings, in order, so that two writers never wait for each other
// -> no rows
UNWIND $ids AS id
MATCH (thing:Entity {id: id})
SET thing.revision = coalesce(thing.revision, 1) + 1
