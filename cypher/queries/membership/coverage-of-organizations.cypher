// How many members of several organizations are recorded, each counted once, and from which lists. Who has left is not
// counted, unless a day is asked for on which that was still to come.
// $ids: list of distinct strings, e.g. ["c40"]
// $timed: whether a day is asked for
// -> one row per known organization {id, known, lists}
UNWIND $ids AS id
MATCH (organization:Organization&Entity {id: id})
RETURN id,
       CASE WHEN $timed THEN COUNT {
         MATCH (organization)<-[link:MEMBER_OF]-(member)
         WHERE link.role IN ['MEMBER', 'SIGNATORY']
           AND /*where link.membershipId*/ true /**/
         RETURN DISTINCT member
       } ELSE organization.knownMembers END AS known,
       COLLECT {
         MATCH (organization)<-[:LIST_OF]-(list:MemberList)
         RETURN list
         ORDER BY list.id
       } AS lists
