// What sources state that can be compared: figures; the members of an organization in one role, where a source prints them
// as a list; and wordings: what something is classified as, and lists. Covers everything, unless the slots limit it to
// $aboutIds, a list of distinct strings, e.g. ["cities-race-to-zero"].
// -> one row per figure {figure, claims}, in order of its id, then per claim with a place in a list
//    {aboutId, property: the role, memberId, claims}, in order of its id, then per subject and property that several sources
//    state {aboutId, property, claims in order of id}
CALL () {
  MATCH (figure:Figure)
  WHERE /*about figure.aboutId*/ true /**/
  WITH figure
  ORDER BY figure.id
  RETURN figure,
         figure.aboutId AS aboutId,
         null AS property,
         null AS memberId,
         COLLECT {
           MATCH (figure)<-[:SUPPORTS]-(claim:Claim)
           WHERE claim.rank <> 'DEPRECATED'
           RETURN claim
           ORDER BY claim.id
         } AS claims
  UNION ALL
  MATCH (organization:Organization)<-[:ORGANIZATION]-(membership:Membership)<-[stated:SUPPORTS]-(claim:Claim)
  WHERE /*about organization.id*/ true /**/
    // a membership has its place in a list from a claim, so one without a place is not in a list
    AND membership.position IS NOT NULL
    AND stated.position IS NOT NULL
    AND claim.rank <> 'DEPRECATED'
  WITH organization, membership, claim
  ORDER BY claim.id
  RETURN null AS figure,
         organization.id AS aboutId,
         membership.role AS property,
         membership.memberId AS memberId,
         [claim] AS claims
  UNION ALL
  MATCH (claim:Claim)
  WHERE /*about claim.subjectId*/ true /**/
    AND claim.rank <> 'DEPRECATED'
    AND (claim.property = 'classification' OR claim.value IS :: LIST<STRING NOT NULL> NOT NULL)
  WITH claim
  ORDER BY claim.id
  WITH claim.subjectId AS aboutId,
       claim.property AS property,
       collect(claim) AS claims,
       count(DISTINCT claim.sourceId) AS sources
  WHERE sources > 1
  RETURN null AS figure, aboutId, property, null AS memberId, claims
  ORDER BY aboutId, property
}
RETURN figure, aboutId, property, memberId, claims
