// Gives every membership of the dataset the values of its best claims: preferred rank first, then the latest day spoken
// of, then the latest publication; each value from the first claim that has it. Claims of people count like the others.
// A membership whose claims are all deprecated is withdrawn.
// -> no rows
MATCH (membership:Entity {origin: 'built-in'})
WHERE membership:Membership
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
     count(DISTINCT source) AS sources
WITH membership,
     said,
     strengths,
     sources,
     head([each IN said WHERE each.validFrom IS NOT NULL]) AS begun,
     head([each IN said WHERE each.validTo IS NOT NULL]) AS ended
SET membership.viaStatus = head([each IN said WHERE each.viaStatus IS NOT NULL | each.viaStatus]),
    membership.directness = head([each IN said WHERE each.directness IS NOT NULL | each.directness]),
    membership.validFrom = begun.validFrom,
    membership.validFromEarliest = begun.validFromEarliest,
    membership.validFromLatest = begun.validFromLatest,
    membership.validTo = ended.validTo,
    membership.validToEarliest = ended.validToEarliest,
    membership.validToLatest = ended.validToLatest,
    membership.status = head([each IN said WHERE each.status IS NOT NULL | each.status]),
    membership.position = head([each IN said WHERE each.position IS NOT NULL | each.position]),
    membership.strength = CASE
      WHEN 'STATED' IN strengths THEN 'STATED'
      WHEN 'IMPLIED' IN strengths THEN 'IMPLIED'
      ELSE 'DERIVED'
    END,
    membership.sourceCount = sources
WITH membership
WHERE membership.sourceCount = 0
SET membership.withdrawnAt = datetime(),
    membership:Withdrawn
REMOVE membership:Membership
