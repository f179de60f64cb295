// Memberships with all their claims, by id. Walks the index on the id, so the first row comes at once and nothing is
// buffered: sorting millions of rows would fill the memory.
// $denied: whether to include those that a source denies
// -> one row per membership {membership: node or map, member: name, organization: name, post: name or null, claims:
//   [{claim: map, stated: what it says about the membership, source: map or null}]}
MATCH /*recorded membership*/ (membership:Membership) /**/
/*hint*/ USING INDEX membership:Membership(id) /**/
WHERE membership.id > ''
  AND ($denied OR coalesce(membership.status, '') <> 'NOT_MEMBER')
  AND /*where membership*/ true /**/
RETURN membership,
       [(/*stored membership*/ membership /**/)-[:MEMBER]->(end) | end.name][0] AS member,
       [(/*stored membership*/ membership /**/)-[:ORGANIZATION]->(end) | end.name][0] AS organization,
       [(/*stored membership*/ membership /**/)-[:POST]->(post) | post.name][0] AS post,
       COLLECT {
         MATCH (/*stored membership*/ membership /**/)<-[stated:SUPPORTS]-/*claims membership*/ (claim:Claim) /**/
         OPTIONAL MATCH (claim)-[:STATED_IN]->(source:Source)
         RETURN {
           claim: claim {.id, .property, .asOf, .strength, .rank, .inferred, .printed, .locator, .note, .recordedAt},
           stated: stated {
             .status,
             .validFrom,
             .validTo,
             viaIds: CASE WHEN size(membership.viaIds) > 0 THEN membership.viaIds END,
             .viaStatus,
             .directness,
             .postId,
             .areaId,
             .position
           },
           source: source {.id, .title, .url, .publisherId, .licence, .licenceUrl, .attribution, .statedAt, .retrievedAt}
         }
         ORDER BY claim.id
       } AS claims
ORDER BY membership.id
