// One page of dates, in order of the first day each can mean (the last, where it is open to the past), then of kind.
// $from: date, or null: excludes what surely ended before
// $to: date, or null: excludes what surely began after
// $aboutIds: only what is about one of these, e.g. ["race-to-zero"], or null for any
// $sourceIds: only dates that one of these sources gives, e.g. ["text-mma"], or null for any
// $kinds: list of kinds, e.g. ["EVENT"], or null for any
// $counted: whether to count the total
// $limit: integer, 1 to 501
// -> one row {total, page: [{key, node}]}
CALL () {
  MATCH (dated:CriteriaSet)
  WHERE dated.validFrom IS NOT NULL
  RETURN dated, 'CRITERIA_FROM' AS kind, 'validFrom' AS property, dated.validFromEarliest AS earliest, dated.validFromLatest AS latest
  UNION ALL
  MATCH (dated:CriteriaSet)
  WHERE dated.validTo IS NOT NULL
  RETURN dated, 'CRITERIA_TO' AS kind, 'validTo' AS property, dated.validToEarliest AS earliest, dated.validToLatest AS latest
  UNION ALL
  MATCH (dated:EntryRoute)
  WHERE dated.openSince IS NOT NULL
  RETURN dated, 'ENTRY_ROUTE' AS kind, 'openSince' AS property, dated.openSinceEarliest AS earliest, dated.openSinceLatest AS latest
  UNION ALL
  MATCH (dated:Event)
  WHERE dated.dates IS NOT NULL
  RETURN dated, 'EVENT' AS kind, 'dates' AS property, dated.datesEarliest AS earliest, dated.datesLatest AS latest
  UNION ALL
  MATCH (dated:Figure)
  WHERE dated.asOf IS NOT NULL
  RETURN dated, 'FIGURE' AS kind, 'asOf' AS property, dated.asOfEarliest AS earliest, dated.asOfLatest AS latest
  UNION ALL
  MATCH (dated:Involvement)
  WHERE dated.dates IS NOT NULL
  RETURN dated, 'INVOLVEMENT' AS kind, 'dates' AS property, dated.datesEarliest AS earliest, dated.datesLatest AS latest
  UNION ALL
  MATCH (dated:Instrument)
  WHERE dated.issued IS NOT NULL
  RETURN dated, 'ISSUED' AS kind, 'issued' AS property, dated.issuedEarliest AS earliest, dated.issuedLatest AS latest
  UNION ALL
  /*from dated*/ MATCH (dated:Membership) /**/
  WHERE dated.validFrom IS NOT NULL
  RETURN dated, 'MEMBERSHIP_FROM' AS kind, 'validFrom' AS property, dated.validFromEarliest AS earliest, dated.validFromLatest AS latest
  UNION ALL
  /*from dated*/ MATCH (dated:Membership) /**/
  WHERE dated.validTo IS NOT NULL
  RETURN dated, 'MEMBERSHIP_TO' AS kind, 'validTo' AS property, dated.validToEarliest AS earliest, dated.validToLatest AS latest
  UNION ALL
  MATCH (dated:Source)
  WHERE dated.statedAt IS NOT NULL
  RETURN dated, 'PUBLISHED' AS kind, 'statedAt' AS property, dated.statedAtEarliest AS earliest, dated.statedAtLatest AS latest
  UNION ALL
  MATCH (dated:Instrument)
  WHERE dated.valid IS NOT NULL
  RETURN dated, 'VALID' AS kind, 'valid' AS property, dated.validEarliest AS earliest, dated.validLatest AS latest
}
WITH dated, kind, property, earliest, latest
WHERE ($kinds IS NULL OR kind IN $kinds)
  AND ($from IS NULL OR latest IS NULL OR latest >= $from)
  AND ($to IS NULL OR earliest IS NULL OR earliest <= $to)
  AND ($aboutIds IS NULL
       OR dated.id IN $aboutIds
       OR any(end IN ['statedForId', 'organizationId', 'superEventId', 'aboutId', 'subjectId', 'objectId', 'memberId', 'publisherId']
              WHERE dated[end] IN $aboutIds)
       OR any(id IN coalesce(dated.viaIds, []) + coalesce(dated.stepIds, []) WHERE id IN $aboutIds)
       OR (dated:Event OR dated:Instrument)
          AND EXISTS {
            MATCH (dated)<-[:IN|PARTICIPANT]-(:Involvement)-[:IN|PARTICIPANT]->(other)
            WHERE other.id IN $aboutIds
          })
  AND ($sourceIds IS NULL
       OR dated.id IN $sourceIds
       OR EXISTS {
         MATCH (dated)<-[stated:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(source:Source)
         WHERE source.id IN $sourceIds
           AND claim.rank <> 'DEPRECATED'
           AND (stated[property] IS NOT NULL
                OR NOT EXISTS {
                  MATCH (dated)<-[dating:SUPPORTS]-(:Claim)
                  WHERE dating[property] IS NOT NULL
                })
       })
WITH collect({key: toString(coalesce(earliest, latest)) + ' ' + kind, node: dated}) AS entries
RETURN CASE WHEN $counted THEN size(entries) END AS total,
       COLLECT {
         UNWIND entries AS entry
         WITH entry.key AS day, entry.node AS dated
         WHERE /*after*/ true /**/
         RETURN {
           node: dated,
           key: /*key*/ [day, dated.id] /**/
         }
         ORDER BY /*order*/ day, dated.id /**/
         LIMIT $limit
       } AS page
