// Links memberships to their resolved post and area.
// $ids: list of distinct strings
// -> no rows
UNWIND $ids AS id
MATCH (membership:Entity {id: id})
CALL (membership) {
  MATCH (membership)-[link:POST|COVERS]->()
  DELETE link
}
CALL (membership) {
  MATCH (post:Entity {id: membership.postId})
  CREATE (membership)-[:POST {origin: membership.origin}]->(post)
}
CALL (membership) {
  MATCH (area:Entity {id: membership.areaId})
  CREATE (membership)-[:COVERS {origin: membership.origin}]->(area)
}
