// Takes questions off the review queue for which nothing waits, and puts those back for which something does again.
// $sourceId: string
// -> no rows
MATCH (item:ReviewItem {sourceId: $sourceId})
WHERE item.state IN ['OPEN', 'UNSURE', 'GONE']
WITH item,
     EXISTS { (item)<-[:WAITS_FOR]-(:WaitingRow {state: 'WAITING'}) } AS asked
WHERE asked = (item.state = 'GONE')
SET item.state = CASE WHEN asked THEN 'OPEN' ELSE 'GONE' END
