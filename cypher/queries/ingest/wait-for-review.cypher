// Stores memberships whose member a person has to decide. A settled question with rows that wait again is reopened, unless
// it was left as unsure or settled as none of the candidates.
// $runId: string
// $items: list of {id, written: map, question: map {code, reason, candidates}}, in order of id
// $rows: list of {id, itemId, line, stated: map}, in order of id
// -> no rows
CALL () {
  UNWIND $items AS row
  MERGE (item:Entity {id: row.id})
  ON CREATE SET item:ReviewItem,
                item += row.written,
                item.state = 'OPEN',
                item.recordedAt = datetime(),
                item.activityId = $runId
  SET item += row.question,
      item.state = CASE
        WHEN item.state = 'UNSURE' OR item.decision = 'NONE_OF_THESE' THEN item.state
        ELSE 'OPEN'
      END
}
UNWIND $rows AS row
MATCH (item:Entity {id: row.itemId})
MERGE (waiting:WaitingRow {id: row.id})
ON CREATE SET waiting += row.stated,
              waiting.runId = $runId,
              waiting.line = row.line,
              waiting.state = 'WAITING'
// rows that had ended or were undone wait again, now as rows of this run
SET waiting.runId = CASE waiting.state WHEN 'WAITING' THEN waiting.runId ELSE $runId END,
    waiting.line = CASE waiting.state WHEN 'WAITING' THEN waiting.line ELSE row.line END,
    waiting.state = 'WAITING',
    waiting.lastRunId = $runId,
    waiting.endedInId = null
MERGE (waiting)-[:WAITS_FOR]->(item)
