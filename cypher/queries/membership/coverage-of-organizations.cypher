// How many members of several organizations are recorded for a day, each counted once, and from which lists.
// $ids: list of distinct strings, e.g. ["c40"]
// -> one row per known organization {id, known, lists: [{list, members: null}]}
UNWIND $ids AS id
MATCH (organization:Organization&Entity {id: id})
RETURN id,
       COUNT {
         MATCH (organization)<-[link:MEMBER_OF]-(member)
         WHERE link.role IN ['MEMBER', 'SIGNATORY']
           AND /*where link.membershipId*/ true /**/
         RETURN DISTINCT member
       } AS known,
       COLLECT {
         MATCH (organization)<-[:LIST_OF]-(list:MemberList)
         RETURN {list: list, members: null} AS list
         ORDER BY list.list.id
       } AS lists
