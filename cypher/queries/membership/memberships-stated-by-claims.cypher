// What each of several claims states about the memberships that it supports; most support one.
// $ids: list of distinct strings, e.g. ["claim-2.25"]
// -> one row per known claim {id, memberships: [{stated: map, viaIds: list}], in order of id}
UNWIND $ids AS id
MATCH (claim:Entity {id: id})
RETURN id,
       COLLECT {
         MATCH (claim)-[stated:SUPPORTS]->(membership)
         WHERE membership.memberId IS NOT NULL
         RETURN {stated: properties(stated), viaIds: coalesce(membership.viaIds, [])}
         ORDER BY membership.id
       } AS memberships
