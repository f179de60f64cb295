// Gives memberships the values of their best claims: preferred rank first, then the latest day spoken of, then the latest
// publication; each value from the first claim that has it. Claims of people count like the others. A membership with no
// claim, or with deprecated ones only, is withdrawn and keeps the values it had. Beside the dates stand four days: it
// surely held from surelyFrom until the day before surelyUntil, and surely did not before notBefore nor from notFrom on. A
// source that saw it in force on a day, or was published on one without naming another, says that it held from its start
// to that day. Of a membership that is denied, the first two are the days of the denial.
// $ids: list of distinct strings
// -> one row per membership whose post or area is another one than before {id}
UNWIND $ids AS id
MATCH (membership:Entity {id: id})
OPTIONAL MATCH (membership)<-[stated:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(source:Source)
WHERE claim.rank <> 'DEPRECATED'
WITH membership, stated, claim, source
ORDER BY membership.id,
         CASE claim.rank WHEN 'PREFERRED' THEN 0 ELSE 1 END,
         coalesce(claim.asOfLatest, date('0001-01-01')) DESC,
         coalesce(source.statedAtLatest, source.statedAtEarliest, date('0001-01-01')) DESC,
         claim.id
WITH membership,
     collect(properties(stated)) AS said,
     collect(claim.strength) AS strengths,
     count(DISTINCT source) AS sources,
     // what began after its source was published was not seen by it
     collect(CASE WHEN coalesce(stated.status, 'IN_FORCE') IN ['IN_FORCE', 'NOT_MEMBER'] AND coalesce(membership.startedAfterId, '') <> source.id THEN {
       from: CASE WHEN claim.asOf IS NULL THEN source.statedAtEarliest ELSE claim.asOfEarliest END,
       until: CASE WHEN claim.asOf IS NULL THEN source.statedAtLatest ELSE claim.asOfLatest END
     } END) AS seen,
     min(CASE WHEN stated.status = 'ENDED' THEN coalesce(claim.asOfLatest, source.statedAtLatest) END) AS leftBy
WITH membership,
     said,
     strengths,
     sources,
     leftBy,
     reduce(day = null, each IN seen | CASE WHEN day < each.until THEN day ELSE coalesce(each.until, day) END) AS firstSeen,
     reduce(day = null, each IN seen | CASE WHEN day > each.from THEN day ELSE coalesce(each.from, day) END) AS lastSeen,
     head([each IN said WHERE each.validFrom IS NOT NULL]) AS begun,
     head([each IN said WHERE each.validTo IS NOT NULL]) AS ended
WITH *,
     // a start that is known to the day is a day on which it held
     CASE
       WHEN begun.validFromEarliest = begun.validFromLatest AND NOT coalesce(lastSeen > begun.validFromLatest, false) THEN begun.validFromLatest
       ELSE lastSeen
     END AS lastHeld,
     head([each IN said WHERE each.postId IS NOT NULL | each.postId]) AS postId,
     head([each IN said WHERE each.areaId IS NOT NULL | each.areaId]) AS areaId
WITH *,
     sources > 0 AND (coalesce(postId, '') <> coalesce(membership.postId, '') OR coalesce(areaId, '') <> coalesce(membership.areaId, '')) AS moved
FOREACH (stands IN CASE WHEN sources > 0 THEN [true] ELSE [] END |
  SET membership.viaStatus = head([each IN said WHERE each.viaStatus IS NOT NULL | each.viaStatus]),
      membership.directness = coalesce(head([each IN said WHERE each.directness IS NOT NULL | each.directness]), 'UNKNOWN'),
      membership.validFrom = begun.validFrom,
      membership.validFromEarliest = begun.validFromEarliest,
      membership.validFromLatest = begun.validFromLatest,
      membership.validTo = ended.validTo,
      membership.validToEarliest = ended.validToEarliest,
      membership.validToLatest = ended.validToLatest,
      membership.notBefore = begun.validFromEarliest,
      membership.notFrom = coalesce(ended.validToLatest, leftBy),
      membership.surelyFrom = CASE WHEN begun.validFromLatest < firstSeen THEN begun.validFromLatest ELSE coalesce(firstSeen, begun.validFromLatest) END,
      membership.surelyUntil = CASE
        WHEN ended.validToEarliest > lastHeld THEN ended.validToEarliest
        ELSE coalesce(lastHeld + duration({days: 1}), ended.validToEarliest)
      END,
      membership.status = head([each IN said WHERE each.status IS NOT NULL | each.status]),
      membership.position = head([each IN said WHERE each.position IS NOT NULL | each.position]),
      membership.strength = CASE
        WHEN 'STATED' IN strengths THEN 'STATED'
        WHEN 'IMPLIED' IN strengths THEN 'IMPLIED'
        ELSE 'DERIVED'
      END,
      membership.sourceCount = sources,
      membership.postId = postId,
      membership.areaId = areaId,
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
