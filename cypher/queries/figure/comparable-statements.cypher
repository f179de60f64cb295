// Claims whose values can be compared word by word: what something is classified as, and lists.
// $aboutIds: list of distinct strings, e.g. ["cities-race-to-zero"], or null for everything
// -> one row per thing and property that several sources speak of {aboutId, property, claims in order of id}
MATCH (claim:Claim)
WHERE ($aboutIds IS NULL OR claim.subjectId IN $aboutIds)
  AND claim.rank <> 'DEPRECATED'
  AND (claim.property = 'classification' OR claim.value IS :: LIST<STRING NOT NULL> NOT NULL)
WITH claim
ORDER BY claim.id
WITH claim.subjectId AS aboutId,
     claim.property AS property,
     collect(claim) AS claims,
     count(DISTINCT claim.sourceId) AS sources
WHERE sources > 1
RETURN aboutId, property, claims
ORDER BY aboutId, property
