// Raises the revision of nodes about to change, which locks them for this transaction: other writers wait.
// $ids: list of distinct strings, in order, so that two writers never wait for each other
// -> no rows
UNWIND $ids AS id
MATCH (node:Entity {id: id})
SET node.revision = coalesce(node.revision, 1) + 1
