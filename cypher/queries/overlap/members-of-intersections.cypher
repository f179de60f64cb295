// One page of the cities and regions in each of several intersections of organizations, in order of name. On a day those
// count who surely were in.
// $ids: list of distinct intersections, each the ids of the organizations they are in, the smallest first, and behind a bar
//   the ids of those they are not in, e.g. ["c40 race-to-zero|gcom", "gcom|"]
// $day: date, or null for what is recorded today, which leaves out who has left
// $counted: whether the total is asked for
// $limit: integer, 1 to 501
// -> one row per intersection {id, total, page: [{key, node}]}
UNWIND $ids AS id
WITH id,
     split(split(id, '|')[0], ' ') AS within,
     split(split(id, '|')[1], ' ') AS without
RETURN id,
       CASE WHEN $counted THEN COUNT {
         MATCH (:Organization&Entity {id: within[0]})<-[:MEMBER_OF]-(member:LocalGovernment)
         WITH DISTINCT member
         WITH member, COLLECT {
           MATCH (member)-[link:MEMBER_OF]->()
           WHERE link.role IN ['MEMBER', 'SIGNATORY']
             AND CASE
               WHEN $day IS NULL THEN coalesce(link.status, 'IN_FORCE') <> 'ENDED'
               ELSE link.surelyFrom <= $day AND $day < link.surelyUntil
                 AND NOT coalesce(link.notBefore > $day, false) AND NOT coalesce(link.notFrom <= $day, false)
             END
           RETURN link.organizationId
         } AS organizationIds
         WHERE all(each IN within WHERE each IN organizationIds)
           AND none(each IN without WHERE each IN organizationIds)
           AND /*where member*/ true /**/
         RETURN member
       } END AS total,
       COLLECT {
         MATCH (:Organization&Entity {id: within[0]})<-[:MEMBER_OF]-(member:LocalGovernment)
         WHERE /*behind*/ true /**/
         WITH DISTINCT member
         WITH member, COLLECT {
           MATCH (member)-[link:MEMBER_OF]->()
           WHERE link.role IN ['MEMBER', 'SIGNATORY']
             AND CASE
               WHEN $day IS NULL THEN coalesce(link.status, 'IN_FORCE') <> 'ENDED'
               ELSE link.surelyFrom <= $day AND $day < link.surelyUntil
                 AND NOT coalesce(link.notBefore > $day, false) AND NOT coalesce(link.notFrom <= $day, false)
             END
           RETURN link.organizationId
         } AS organizationIds
         WHERE all(each IN within WHERE each IN organizationIds)
           AND none(each IN without WHERE each IN organizationIds)
           AND /*where member*/ true /**/
         RETURN {
           node: member,
           key: /*key*/ [member.sortName, member.id] /**/
         }
         ORDER BY /*order*/ member.sortName, member.id /**/
         LIMIT $limit
       } AS page
