// One page of the cities and regions in each of several intersections of organizations, in order of name.
// $ids: list of distinct intersections, each the ids of the organizations the members are in, smallest first, then a
//   bar and the ids of those they are not in, e.g. ["c40 race-to-zero|gcom", "gcom|"]
// $sizes: map from each intersection to its number of members
// $memberIds: map from each intersection to the ids of its members: only the first ones if the page is the first, else
//   all
// $counted: whether to return the total
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
