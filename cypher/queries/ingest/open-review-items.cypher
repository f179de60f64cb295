// Questions of the review queue that wait for a person, in order of id.
// $after: string, the id to start after; empty for the beginning
// $limit: integer
// -> one row per question {item: node, waiting: how many memberships wait}
MATCH (item:ReviewItem)
WHERE item.id > $after
  AND item.state IN ['OPEN', 'UNSURE']
WITH item
ORDER BY item.id
LIMIT $limit
RETURN item,
       COUNT { (item)<-[:WAITS_FOR]-(:WaitingRow {state: 'WAITING'}) } AS waiting
