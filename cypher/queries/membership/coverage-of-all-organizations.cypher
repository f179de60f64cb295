// How many current members of every organization are recorded, each counted once, and from which lists.
// -> one row per organization {id, known, lists: [{list, members: how many of those known are on a complete list}]}
MATCH (organization:Organization)
RETURN organization.id AS id,
       organization.knownMembers AS known,
       COLLECT {
         MATCH (organization)<-[:LIST_OF]-(list:MemberList)
         RETURN {
           list: list,
           members: CASE WHEN list.complete = 'YES' THEN COUNT {
             MATCH (organization)<-[link:MEMBER_OF]-(member)
             WHERE link.role IN ['MEMBER', 'SIGNATORY']
               AND link.lapsed IS NULL
               AND EXISTS {
                 MATCH (:Entity {id: link.membershipId})<-[:SUPPORTS]-(claim:Claim)
                 WHERE claim.sourceId = list.sourceId
               }
             RETURN DISTINCT member
           } END
         } AS list
         ORDER BY list.list.id
       } AS lists
