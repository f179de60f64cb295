// Gives memberships the values of their best claims: preferred rank first, then the latest day they apply to, then the latest
// publication; each value from the first claim that has it. Claims made by people count like the others. A membership with no
// claims, or only deprecated ones, is withdrawn and keeps the values it had. Four days are added to the dates: it surely held
// from surelyFrom until the day before surelyUntil, and surely did not hold before notBefore nor from notFrom on. A source
// that saw it in force on a day, or was published on a day without naming another, says that it held from its start to that
// day, unless a complete list in between does not have the member or another source denies it. For a membership that is
// denied, the first two are the days of the denial. absentOn has the days of the complete lists that do not have the member,
// and lapsed says that it ended or that it was last seen before such a day. contested marks what such a list does not have and
// what a source denies, so that disagreements are found without reading every membership. firstSeen and lastSeen are the dates
// of the first and the last claim that saw it in force, newestEvidence is the latest date of any claim: the day the claim
// names, otherwise the publication of its source. When a source was retrieved decides nothing.
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
     } AS claims,
     COLLECT {
       MATCH (membership)-[:ORGANIZATION]->(organization)<-[:LIST_OF]-(list:MemberList {complete: 'YES'})
       WHERE membership.role IN ['MEMBER', 'SIGNATORY']
         AND list.asOfEarliest = list.asOfLatest
         AND NOT EXISTS {
           MATCH (membership)-[:MEMBER]->(member)
           MATCH (member)<-[:MEMBER]-(listed {organizationId: organization.id})<-[stated:SUPPORTS]-(claim:Claim)
           WHERE claim.sourceId = list.sourceId
             AND claim.rank <> 'DEPRECATED'
             AND listed.role IN ['MEMBER', 'SIGNATORY']
             AND coalesce(stated.status, 'IN_FORCE') <> 'NOT_MEMBER'
         }
       RETURN list
       ORDER BY list.asOfEarliest, list.id
     } AS without
/*values*/
WITH membership,
     [list IN without | list.id] AS absentFromIds,
     [list IN without | list.asOfEarliest] AS absentOn,
     COLLECT {
       UNWIND claims AS each
       RETURN each
       ORDER BY CASE each.claim.rank WHEN 'PREFERRED' THEN 0 ELSE 1 END,
                coalesce(each.claim.asOfLatest, date('0001-01-01')) DESC,
                coalesce(each.source.statedAtLatest, each.source.statedAtEarliest, date('0001-01-01')) DESC,
                each.claim.id
     } AS claims
WITH membership,
     absentFromIds,
     absentOn,
     claims,
     [each IN claims | each.says] AS said,
     [each IN claims | each.claim.strength] AS strengths,
     reduce(ids = [], each IN claims | CASE WHEN each.source.id IN ids THEN ids ELSE ids + each.source.id END) AS sourceIds,
     head([each IN claims WHERE each.says.status IS NOT NULL | each.says.status]) AS status,
     [each IN claims | {
       status: coalesce(each.says.status, 'IN_FORCE'),
       sourceId: each.source.id,
       date: CASE WHEN each.claim.asOf IS NULL THEN each.source.statedAt ELSE each.claim.asOf END,
       from: CASE WHEN each.claim.asOf IS NULL THEN each.source.statedAtEarliest ELSE each.claim.asOfEarliest END,
       until: CASE WHEN each.claim.asOf IS NULL THEN each.source.statedAtLatest ELSE each.claim.asOfLatest END
     }] AS evidence,
     [each IN claims WHERE each.says.status = 'ENDED' | coalesce(each.claim.asOfLatest, each.source.statedAtLatest)] AS seenGone,
     head([each IN claims WHERE each.says.validFrom IS NOT NULL | each.says]) AS begun,
     head([each IN claims WHERE each.says.validTo IS NOT NULL | each.says]) AS ended
WITH *,
     size(sourceIds) AS sources,
     coalesce(status, '') = 'NOT_MEMBER' AS denied,
     // a source did not see what began after its publication
     [each IN evidence WHERE each.status IN ['IN_FORCE', 'NOT_MEMBER'] AND coalesce(membership.startedAfterId, '') <> each.sourceId | each {
       .*,
       denied: each.status = 'NOT_MEMBER'
     }] AS sightings,
     // of two dates the one with the later first day is newer: the other may be older
     reduce(newest = null, each IN evidence | CASE
       WHEN each.date IS NOT NULL AND (newest IS NULL OR coalesce(each.from > newest.from, newest.from IS NULL AND each.from IS NOT NULL)) THEN each
       ELSE newest
     END) AS newest
WITH *, [each IN sightings WHERE NOT each.denied AND each.date IS NOT NULL] AS inForce
WITH *,
     reduce(first = null, each IN inForce | CASE
       WHEN first IS NULL OR coalesce(each.until < first.until, first.until IS NULL AND each.until IS NOT NULL) THEN each
       ELSE first
     END) AS firstSighting,
     reduce(last = null, each IN inForce | CASE
       WHEN last IS NULL OR coalesce(each.from > last.from, last.from IS NULL AND each.from IS NOT NULL) THEN each
       ELSE last
     END) AS lastSighting
WITH *,
     // days on which a source states the opposite
     [each IN sightings WHERE each.denied <> denied AND each.from = each.until | each.from] + CASE WHEN denied THEN [] ELSE absentOn END AS breaks
WITH *, [each IN sightings WHERE each.denied = denied AND NOT coalesce(each.from = each.until AND each.from IN breaks, false)] AS agreeing
WITH *, reduce(day = null, each IN agreeing | CASE WHEN day > each.from THEN day ELSE coalesce(each.from, day) END) AS lastSeen
WITH *, reduce(day = null, each IN breaks | CASE WHEN each < lastSeen AND NOT coalesce(day > each, false) THEN each ELSE day END) AS lastBreak
WITH *,
     // only what was seen since then is known to have held without a break
     [each IN agreeing WHERE lastBreak IS NULL OR each.from > lastBreak] AS seen,
     CASE WHEN lastBreak IS NULL OR begun.validFromEarliest > lastBreak THEN begun.validFromLatest END AS beganBy
WITH *,
     reduce(day = null, each IN seenGone | CASE WHEN day < each THEN day ELSE coalesce(each, day) END) AS leftBy,
     reduce(day = null, each IN seen | CASE WHEN day < each.until THEN day ELSE coalesce(each.until, day) END) AS firstSeen,
     reduce(day = beganBy, each IN agreeing | CASE WHEN day > each.until THEN day ELSE coalesce(each.until, day) END) AS lastEvidence
WITH *,
     // if the start is known to the day, it held on that day
     CASE
       WHEN begun.validFromEarliest = beganBy AND NOT coalesce(lastSeen > beganBy, false) THEN beganBy
       ELSE lastSeen
     END AS lastHeld
WITH *,
     CASE WHEN beganBy < firstSeen THEN beganBy ELSE coalesce(firstSeen, beganBy) END AS surelyFrom,
     CASE
       WHEN ended.validToEarliest > lastHeld THEN ended.validToEarliest
       ELSE coalesce(lastHeld + duration({days: 1}), ended.validToEarliest)
     END AS surelyUntil
WITH *,
     reduce(day = surelyUntil, each IN breaks | CASE WHEN each >= surelyFrom AND each < day THEN each ELSE day END) AS unbrokenUntil
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
       surelyFrom: surelyFrom,
       surelyUntil: unbrokenUntil,
       absentOn: CASE WHEN absentOn <> [] THEN absentOn END,
       absentFromIds: CASE WHEN absentOn <> [] THEN absentFromIds END,
       lapsed: CASE
         WHEN status = 'ENDED' OR any(day IN absentOn WHERE day > lastEvidence AND NOT coalesce(begun.validFromEarliest > day, false)) THEN true
       END,
       contested: CASE WHEN absentOn <> [] OR any(each IN said WHERE each.status = 'NOT_MEMBER') THEN true END,
       status: status,
       position: head([each IN said WHERE each.position IS NOT NULL | each.position]),
       strength: CASE
         WHEN 'STATED' IN strengths THEN 'STATED'
         WHEN 'IMPLIED' IN strengths THEN 'IMPLIED'
         ELSE 'DERIVED'
       END,
       sourceCount: sources,
       sourceIds: sourceIds,
       firstSeen: firstSighting.date,
       lastSeen: lastSighting.date,
       newestEvidence: newest.date,
       newestEvidenceEarliest: newest.from,
       newestEvidenceLatest: newest.until,
       newestEvidenceSourceId: newest.sourceId,
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
  SET membership.withdrawnAt = datetime.transaction(),
      membership:Withdrawn
  REMOVE membership:Membership
)
WITH membership, moved
WHERE moved
RETURN membership.id AS id
