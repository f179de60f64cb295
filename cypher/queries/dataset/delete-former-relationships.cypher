// Deletes what an earlier version of the dataset related and this one does not.
// Withdrawn claims keep theirs, to stay readable: only what starts at a node of this version is cut.
// $checksum: string, of this version
// -> no rows
MATCH (node:Entity {origin: 'built-in', checksum: $checksum})-[link]->()
WHERE link.origin = 'built-in'
  AND link.checksum <> $checksum
DELETE link
