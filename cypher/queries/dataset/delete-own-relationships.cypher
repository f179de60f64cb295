// Deletes the dataset's own relationships of all nodes of this version, which are then written again, and those that identify a
// membership, no matter who wrote them. Other relationships that people added stay; those of withdrawn claims stay, too, so that the
// claims remain readable.
// $checksum: string, of this version
// -> no rows
MATCH (node:Entity {origin: 'built-in', checksum: $checksum})-[link]->()
WHERE link.origin = 'built-in'
   OR node.memberId IS NOT NULL AND type(link) IN ['MEMBER', 'ORGANIZATION', 'VIA']
DELETE link
