// One page of the partners of each of several organizations: the memberships in them with certain roles, in order of name.
// Looks up the roles in an index, so finding the few partners of a large campaign does not walk all its members.
// $ids: list of distinct strings, e.g. ["race-to-zero"]
// $roles: list of roles, e.g. ["OFFICIAL_PARTNER", "CO_ORGANISER"]
// $counted: whether to count the total
// $membersCounted: whether to count the different members
// $keys: list of the properties to fetch, e.g. ["id", "memberId"]
// $limit: integer, 1 to 501
// -> one row per known organization {id, total, members, page: [{key, node: values of $keys}]}
UNWIND $ids AS id
MATCH (organization:Entity {id: id})
CALL (id) {
  UNWIND $roles AS role
  MATCH ()-[link:MEMBER_OF]->()
  USING INDEX link:MEMBER_OF(organizationId, role, membershipId)
  WHERE link.organizationId = id
    AND link.role = role
    AND link.membershipId > ''
  WITH link
  WHERE /*where link.membershipId*/ true /**/
  RETURN collect(link) AS links
}
RETURN id,
       CASE WHEN $counted THEN size(links) END AS total,
       CASE WHEN $membersCounted THEN COUNT {
         UNWIND links AS link
         RETURN DISTINCT link.memberId
       } END AS members,
       COLLECT {
         UNWIND links AS link
         WITH link
         WHERE /*after*/ true /**/
         WITH link
         ORDER BY /*order*/ link.sortName, link.membershipId /**/
         LIMIT $limit
         /*lookup*/ MATCH (membership:Entity {id: link.membershipId}) /**/
         RETURN {
           node: [key IN $keys | /*holder*/ membership /**/[key]],
           key: /*key*/ [link.sortName, link.membershipId] /**/
         }
         ORDER BY /*order*/ link.sortName, link.membershipId /**/
       } AS page
