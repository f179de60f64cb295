// Deletes the dataset's own relationships of all nodes of this version, to be written anew. What people related stays,
// and so do those of withdrawn claims, to stay readable.
// $checksum: string, of this version
// -> no rows
MATCH (node:Entity {origin: 'built-in', checksum: $checksum})-[link]->()
WHERE link.origin = 'built-in'
DELETE link
