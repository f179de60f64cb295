// Closes questions of the review queue for which nothing waits, and reopens those for which something waits again.
// $sourceId: string
// -> no rows
MATCH (item:ReviewItem {sourceId: $sourceId})
WHERE item.state IN ['OPEN', 'UNSURE', 'GONE']
WITH item,
     EXISTS { (item)<-[:WAITS_FOR]-(:WaitingRow {state: 'WAITING'}) } AS hasRows
WHERE hasRows = (item.state = 'GONE')
SET item.state = CASE WHEN hasRows THEN 'OPEN' ELSE 'GONE' END
