// What sources state that can be compared: figures; the members of an organization in one role, where a source prints them
// as a list; wordings: what something is classified as, and lists; and single members that a source denies or a complete list
// does not have. Covers everything, unless the slots limit it to $aboutIds, a list of distinct strings, e.g.
// ["cities-race-to-zero"].
// $names: list of ranges of property names {after, before}, which do not overlap; wordings of other properties are left out
// -> one row per figure {figure, claims}, in order of its id, then per claim with a place in a list
//    {aboutId, property: the role, memberId, claims}, in order of its id, then per subject and property that several sources
//    state {aboutId, property, claims in order of id}, then per member that is denied or not listed {aboutId, contested: {name,
//    statements: [{claim, denies, day, source: title}], lists: [{list, source: title}]}}
CALL () {
  MATCH (figure:Figure)
  WHERE /*about figure.aboutId*/ true /**/
  // only numbers of the same kind can differ
  WITH figure.aboutId AS aboutId, figure.metric AS metric, collect(figure) AS figures
  WHERE size(figures) > 1
  UNWIND figures AS figure
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
         } AS claims,
         null AS contested
  UNION ALL
  MATCH (membership:Membership)
  WHERE /*about membership.organizationId*/ true /**/
    // a membership has its place in a list from a claim, so one without a place is not in a list
    AND membership.position IS NOT NULL
  MATCH (membership)<-[stated:SUPPORTS]-(claim:Claim)
  WHERE stated.position IS NOT NULL
    AND claim.rank <> 'DEPRECATED'
  WITH membership, claim
  ORDER BY claim.id
  RETURN null AS figure,
         membership.organizationId AS aboutId,
         membership.role AS property,
         membership.memberId AS memberId,
         [claim] AS claims,
         null AS contested
  UNION ALL
  UNWIND $names AS names
  MATCH (claim:Claim)
  WHERE /*about claim.subjectId*/ true /**/
    AND claim.property > names.after
    AND claim.property < names.before
    AND claim.rank <> 'DEPRECATED'
    AND (claim.property = 'classification' OR claim.value IS :: LIST<STRING NOT NULL> NOT NULL)
  WITH claim
  ORDER BY claim.id
  WITH claim.subjectId AS aboutId,
       claim.property AS property,
       collect(claim) AS claims,
       count(DISTINCT claim.sourceId) AS sources
  WHERE sources > 1
  RETURN null AS figure, aboutId, property, null AS memberId, claims, null AS contested
  ORDER BY aboutId, property
  UNION ALL
  MATCH (denied:Membership {contested: true})
  WHERE (/*about denied.organizationId*/ true /**/ OR /*about denied.memberId*/ true /**/)
  WITH DISTINCT denied.memberId AS memberId, denied.organizationId AS aboutId
  MATCH (member:Entity {id: memberId})
  WITH member, aboutId
  ORDER BY aboutId, member.sortName, member.id
  RETURN null AS figure,
         aboutId,
         'MEMBER' AS property,
         member.id AS memberId,
         [] AS claims,
         {
           name: member.name,
           statements: COLLECT {
             MATCH (member)<-[:MEMBER]-(membership:Membership)
             WHERE membership.organizationId = aboutId
               AND membership.role IN ['MEMBER', 'SIGNATORY']
             MATCH (membership)<-[stated:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(source:Source)
             WHERE claim.rank <> 'DEPRECATED'
               AND coalesce(stated.status, 'IN_FORCE') IN ['IN_FORCE', 'NOT_MEMBER']
             RETURN {
               claim: claim,
               denies: coalesce(stated.status, 'IN_FORCE') = 'NOT_MEMBER',
               day: coalesce(claim.asOf, source.statedAt),
               source: source.title
             } AS statement
             ORDER BY claim.id
           },
           lists: COLLECT {
             MATCH (member)<-[:MEMBER]-(membership:Membership)
             WHERE membership.organizationId = aboutId
             UNWIND membership.absentFromIds AS listId
             WITH DISTINCT listId
             MATCH (list:Entity {id: listId})-[:STATED_IN]->(source:Source)
             RETURN {list: list, source: source.title} AS absence
             ORDER BY list.id
           }
         } AS contested
}
RETURN figure, aboutId, property, memberId, claims, contested
