// How many current members of every organization are recorded, each counted once, and from which lists.
// -> one row per organization {id, known, lists}
MATCH (organization:Organization)
RETURN organization.id AS id,
       organization.knownMembers AS known,
       COLLECT {
         MATCH (organization)<-[:LIST_OF]-(list:MemberList)
         RETURN list
         ORDER BY list.id
       } AS lists
