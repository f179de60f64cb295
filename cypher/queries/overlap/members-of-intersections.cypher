// One page of the cities and regions in each of several intersections of organizations, in order of name.
// $ids: list of distinct intersections, each the ids of the organizations they are in, the smallest first, and behind a bar
//   the ids of those they are not in, e.g. ["c40 race-to-zero|gcom", "gcom|"]
// $sizes: map from each intersection to how many they are
// $memberIds: map from each intersection to their ids: those that the list begins with when that is the page, else all
// $counted: whether the total is asked for
// $filtered: whether there is a filter
// $limit: integer, 1 to 501
// -> one row per intersection {id, total, page: [{key, node}]}
UNWIND $ids AS id
RETURN id,
       CASE
         WHEN NOT $counted THEN null
         WHEN NOT $filtered THEN $sizes[id]
         ELSE COUNT {
           UNWIND $memberIds[id] AS memberId
           MATCH (member:Entity {id: memberId})
           WHERE member:LocalGovernment
             AND /*where member*/ true /**/
           RETURN member
         }
       END AS total,
       COLLECT {
         UNWIND $memberIds[id] AS memberId
         MATCH (member:Entity {id: memberId})
         WHERE member:LocalGovernment
           AND /*where member*/ true /**/
           AND /*after*/ true /**/
         RETURN {
           node: member,
           key: /*key*/ [member.sortName, member.id] /**/
         }
         ORDER BY /*order*/ member.sortName, member.id /**/
         LIMIT $limit
       } AS page
