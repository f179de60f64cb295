// How many members of several organizations are recorded, each counted once, and from which lists. Who has left is not
// counted.
// $ids: list of distinct strings, e.g. ["c40"]
// -> one row per known organization {id, known, lists}
UNWIND $ids AS id
MATCH (organization:Organization&Entity {id: id})
CALL (organization) {
  MATCH (organization)<-[link:MEMBER_OF]-(member)
  WHERE link.role IN ['MEMBER', 'SIGNATORY']
    AND coalesce(link.status, 'IN_FORCE') <> 'ENDED'
  RETURN count(DISTINCT member) AS known
}
RETURN id,
       known,
       COLLECT {
         MATCH (organization)<-[:LIST_OF]-(list:MemberList)
         RETURN list
         ORDER BY list.id
       } AS lists
