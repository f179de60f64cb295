// The cities and regions that are in the most of several organizations; ties go to those with the most fellow members.
// Counted as in overlap/combinations-of-members.
// $organizationIds: list of distinct strings, e.g. ["c40", "iclei"]
// $sizes: map from each of these ids to its number of members, e.g. {c40: 97}
// $day: date, takes those who certainly were members on it; null for what is recorded today
// $limit: integer, maximum number of members
// -> one row per member, best connected first {id, sureIds: organizations it is in, unknown: number of organizations in
//   which membership is unknown}
UNWIND $organizationIds AS organizationId
MATCH (:Organization&Entity {id: organizationId})<-[link:MEMBER_OF]-(member:LocalGovernment)
WHERE link.role IN ['MEMBER', 'SIGNATORY']
  AND ($day IS NOT NULL OR link.lapsed IS NULL)
  AND ($day IS NULL OR NOT coalesce(link.notBefore > $day, false) AND NOT coalesce(link.notFrom <= $day, false) AND NOT coalesce($day IN link.absentOn, false))
WITH member,
     collect(DISTINCT organizationId) AS organizationIds,
     collect(DISTINCT CASE
       WHEN $day IS NULL OR coalesce(link.surelyFrom <= $day AND $day < link.surelyUntil, false) THEN organizationId
     END) AS sureIds
WHERE size(sureIds) > 0
  AND /*where member*/ true /**/
WITH member.id AS id, sureIds, size(organizationIds) - size(sureIds) AS unknown
ORDER BY size(sureIds) DESC, reduce(fellows = 0, sureId IN sureIds | fellows + $sizes[sureId]) DESC, id
LIMIT $limit
RETURN id, sureIds, unknown
