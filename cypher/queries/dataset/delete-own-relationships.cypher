// Deletes the dataset's own relationships of all nodes of this version, to be written anew, and those that make a membership
// the one it is, whoever wrote them. What people related stays, and so do those of withdrawn claims, to stay readable.
// $checksum: string, of this version
// -> no rows
MATCH (node:Entity {origin: 'built-in', checksum: $checksum})-[link]->()
WHERE link.origin = 'built-in'
   OR node.memberId IS NOT NULL AND type(link) IN ['MEMBER', 'ORGANIZATION', 'VIA']
DELETE link
