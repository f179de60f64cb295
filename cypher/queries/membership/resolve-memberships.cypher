// Gives memberships the values of their best claims: preferred rank first, then the latest day they apply to, then the latest
// publication; each value from the first claim that has it. Claims made by people count like the others. A membership with no
// claims, or only deprecated ones, is withdrawn and keeps the values it had. Four days are added to the dates: it surely held
// from surelyFrom until the day before surelyUntil, and surely did not hold before notBefore nor from notFrom on. A source
// that saw it in force on a day, or was published on a day without naming another, says that it held from its start to that
// day. For a membership that is denied, the first two are the days of the denial.
// The same slot computes the values as recorded at an earlier moment.
// $ids: list of distinct strings
// -> one row per membership whose post or area has changed {id}
UNWIND $ids AS id
MATCH (membership:Entity {id: id})
WITH membership,
     COLLECT {
       MATCH (membership)<-[stated:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(source:Source)
       WHERE claim.rank <> 'DEPRECATED'
       RETURN {says: properties(stated), claim: claim, source: source}
     } AS claims
/*values*/
WITH membership,
     COLLECT {
       UNWIND claims AS each
       RETURN each
       ORDER BY CASE each.claim.rank WHEN 'PREFERRED' THEN 0 ELSE 1 END,
                coalesce(each.claim.asOfLatest, date('0001-01-01')) DESC,
                coalesce(each.source.statedAtLatest, each.source.statedAtEarliest, date('0001-01-01')) DESC,
                each.claim.id
     } AS claims
WITH membership,
     [each IN claims | each.says] AS said,
     [each IN claims | each.claim.strength] AS strengths,
     size(reduce(ids = [], each IN claims | CASE WHEN each.source.id IN ids THEN ids ELSE ids + each.source.id END)) AS sources,
     // a source did not see what began after its publication
     [each IN claims
       WHERE coalesce(each.says.status, 'IN_FORCE') IN ['IN_FORCE', 'NOT_MEMBER'] AND coalesce(membership.startedAfterId, '') <> each.source.id | {
       from: CASE WHEN each.claim.asOf IS NULL THEN each.source.statedAtEarliest ELSE each.claim.asOfEarliest END,
       until: CASE WHEN each.claim.asOf IS NULL THEN each.source.statedAtLatest ELSE each.claim.asOfLatest END
     }] AS seen,
     [each IN claims WHERE each.says.status = 'ENDED' | coalesce(each.claim.asOfLatest, each.source.statedAtLatest)] AS seenGone
WITH membership,
     said,
     strengths,
     sources,
     reduce(day = null, each IN seenGone | CASE WHEN day < each THEN day ELSE coalesce(each, day) END) AS leftBy,
     reduce(day = null, each IN seen | CASE WHEN day < each.until THEN day ELSE coalesce(each.until, day) END) AS firstSeen,
     reduce(day = null, each IN seen | CASE WHEN day > each.from THEN day ELSE coalesce(each.from, day) END) AS lastSeen,
     head([each IN said WHERE each.validFrom IS NOT NULL]) AS begun,
     head([each IN said WHERE each.validTo IS NOT NULL]) AS ended
WITH *,
     // if the start is known to the day, it held on that day
     CASE
       WHEN begun.validFromEarliest = begun.validFromLatest AND NOT coalesce(lastSeen > begun.validFromLatest, false) THEN begun.validFromLatest
       ELSE lastSeen
     END AS lastHeld
WITH membership,
     sources,
     {
       viaStatus: head([each IN said WHERE each.viaStatus IS NOT NULL | each.viaStatus]),
       directness: coalesce(head([each IN said WHERE each.directness IS NOT NULL | each.directness]), 'UNKNOWN'),
       validFrom: begun.validFrom,
       validFromEarliest: begun.validFromEarliest,
       validFromLatest: begun.validFromLatest,
       validTo: ended.validTo,
       validToEarliest: ended.validToEarliest,
       validToLatest: ended.validToLatest,
       notBefore: begun.validFromEarliest,
       notFrom: coalesce(ended.validToLatest, leftBy),
       surelyFrom: CASE WHEN begun.validFromLatest < firstSeen THEN begun.validFromLatest ELSE coalesce(firstSeen, begun.validFromLatest) END,
       surelyUntil: CASE
         WHEN ended.validToEarliest > lastHeld THEN ended.validToEarliest
         ELSE coalesce(lastHeld + duration({days: 1}), ended.validToEarliest)
       END,
       status: head([each IN said WHERE each.status IS NOT NULL | each.status]),
       position: head([each IN said WHERE each.position IS NOT NULL | each.position]),
       strength: CASE
         WHEN 'STATED' IN strengths THEN 'STATED'
         WHEN 'IMPLIED' IN strengths THEN 'IMPLIED'
         ELSE 'DERIVED'
       END,
       sourceCount: sources,
       postId: head([each IN said WHERE each.postId IS NOT NULL | each.postId]),
       areaId: head([each IN said WHERE each.areaId IS NOT NULL | each.areaId])
     } AS values
/**/
WITH *,
     sources > 0 AND (coalesce(values.postId, '') <> coalesce(membership.postId, '') OR coalesce(values.areaId, '') <> coalesce(membership.areaId, '')) AS moved
FOREACH (stands IN CASE WHEN sources > 0 THEN [true] ELSE [] END |
  SET membership += values,
      membership.withdrawnAt = null,
      membership:Membership
  REMOVE membership:Withdrawn
)
FOREACH (gone IN CASE WHEN sources = 0 AND membership:Membership THEN [true] ELSE [] END |
  SET membership.withdrawnAt = datetime(),
      membership:Withdrawn
  REMOVE membership:Membership
)
WITH membership, moved
WHERE moved
RETURN membership.id AS id
