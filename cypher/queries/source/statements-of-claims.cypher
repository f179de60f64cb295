// What each of several claims states about each thing that it supports, in order of id of the thing.
// $ids: list of distinct strings, e.g. ["claim-2.22"]
// -> one row per known claim {id, property, value, supported: [{id, membership: {role, organizationId, viaIds} or null,
//    values: by property; true for a property without one; none if the claim's own property and value are all}]}
UNWIND $ids AS id
MATCH (claim:Entity {id: id})
RETURN id,
       claim.property AS property,
       claim.value AS value,
       COLLECT {
         MATCH (claim)-[stated:SUPPORTS]->(supported)
         RETURN {
           id: supported.id,
           membership: CASE WHEN supported.memberId IS NOT NULL THEN supported {.role, .organizationId, viaIds: coalesce(supported.viaIds, [])} END,
           values: properties(stated)
         }
         ORDER BY supported.id
       } AS supported
