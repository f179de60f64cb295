// What the graph has of sources that a dataset cannot have.
// $sourceIds: list of distinct strings
// -> one row {waiting: memberships that wait for a person, decisions: settled questions of the review queue, withdrawn: claims
// recorded here and no longer in effect, withdrawnBuiltIn: claims of the dataset that somebody withdrew or superseded,
// editions: other texts of the sources}
UNWIND $sourceIds AS sourceId
MATCH (source:Entity {id: sourceId})
WITH COUNT { (:WaitingRow {sourceId: sourceId, state: 'WAITING'}) } AS waiting,
     COUNT {
       MATCH (item:ReviewItem {sourceId: sourceId})
       WHERE item.decision IS NOT NULL
     } AS decisions,
     COUNT {
       MATCH (source)<-[:STATED_IN]-(claim:Withdrawn)
       WHERE coalesce(claim.origin, '') <> 'built-in'
     } AS withdrawn,
     COUNT {
       MATCH (source)<-[:STATED_IN]-(claim:Withdrawn)
       WHERE claim.origin = 'built-in'
         AND claim.withdrawnInId IS NOT NULL
     } AS withdrawnBuiltIn,
     COUNT { (source)<-[:EDITION_OF]-(:Edition) } AS editions
RETURN sum(waiting) AS waiting,
       sum(decisions) AS decisions,
       sum(withdrawn) AS withdrawn,
       sum(withdrawnBuiltIn) AS withdrawnBuiltIn,
       sum(editions) AS editions
