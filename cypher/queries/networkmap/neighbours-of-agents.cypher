// The neighbours of several agents, best connected first: by the number of these agents they are tied to, then by all
// their memberships, then by id. The ends of a membership and the organizations it runs via are neighbours of each other.
// Examines a bounded number of memberships; of a large organization the first by id, of a partner the first by name of the
// member, each through an index.
// $ids: list of distinct strings, best connected first, e.g. ["race-to-zero"]
// $seen: list of ids to exclude, e.g. ["race-to-zero"]
// $roles: list of roles, e.g. ["MEMBER", "TRACK"]
// $day: date, leaves out what certainly did not hold on it; null leaves out what has ended
// $most: integer, maximum number of memberships of one agent, via one agent and, for each role, in one organization
// $limit: integer, maximum number of memberships in all
// $wanted: integer, number of ids to return
// -> one row {total, ids, partnersLeftOut, cutOff}; partnersLeftOut are the ids beyond $wanted of those that some membership
//    runs via, cutOff says whether some memberships were not examined
UNWIND $ids AS id
MATCH (agent:Agent&Entity {id: id})
WITH id, agent, COUNT { (agent)<-[:MEMBER_OF]-() } AS members, COUNT { (agent)<-[:VIA]-() } AS channels
CALL (id, agent) {
  MATCH (agent)-[link:MEMBER_OF]->()
  WHERE link.role IN $roles
    AND ($day IS NOT NULL OR link.lapsed IS NULL)
  WITH link
  ORDER BY link.membershipId
  LIMIT $most
  RETURN [link.organizationId] + coalesce(link.viaIds, []) AS others,
         NOT coalesce(link.notBefore > $day, false) AND NOT coalesce(link.notFrom <= $day, false) AND NOT coalesce($day IN link.absentOn, false) AS open
  UNION ALL
  UNWIND CASE WHEN agent:Organization THEN $roles ELSE [] END AS role
  CALL (id, role) {
    MATCH ()-[link:MEMBER_OF]->()
    USING INDEX link:MEMBER_OF(organizationId, role, membershipId)
    WHERE link.organizationId = id
      AND link.role = role
      AND link.membershipId > ''
      AND ($day IS NOT NULL OR link.lapsed IS NULL)
    RETURN link
    ORDER BY link.organizationId, link.role, link.membershipId
    LIMIT $most
  }
  RETURN [link.memberId] + coalesce(link.viaIds, []) AS others,
         NOT coalesce(link.notBefore > $day, false) AND NOT coalesce(link.notFrom <= $day, false) AND NOT coalesce($day IN link.absentOn, false) AS open
  UNION ALL
  CALL (id) {
    MATCH ()<-[via:VIA]-(membership:Membership)
    USING INDEX via:VIA(partnerId, sortName, membershipId)
    WHERE via.partnerId = id
      AND via.sortName >= ''
      AND via.membershipId > ''
      AND membership.role IN $roles
      AND coalesce(membership.status, 'IN_FORCE') <> 'NOT_MEMBER'
      AND ($day IS NOT NULL OR membership.lapsed IS NULL)
    RETURN membership
    ORDER BY via.partnerId, via.sortName, via.membershipId
    LIMIT $most
  }
  RETURN [membership.memberId, membership.organizationId] + membership.viaIds AS others,
         NOT coalesce(membership.notBefore > $day, false) AND NOT coalesce(membership.notFrom <= $day, false) AND NOT coalesce($day IN membership.absentOn, false) AS open
}
WITH id, members, channels, others, open
LIMIT $limit
UNWIND range(0, size(others) - 1) AS position
WITH others[position] AS nextId,
     count(DISTINCT CASE WHEN open THEN id END) AS ties,
     count(CASE WHEN position = 0 THEN 1 END) AS looked,
     max(members) AS members,
     max(channels) AS channels
OPTIONAL MATCH (next:Agent&Entity {id: nextId})
WITH next,
     ties,
     looked,
     members,
     channels,
     COUNT { (next)<-[via:VIA]-() WHERE via.partnerId IS NOT NULL } AS through
ORDER BY ties DESC, COUNT { (next)-[:MEMBER_OF]-() } + through DESC, next.id
WITH collect(CASE WHEN ties > 0 AND NOT next.id IN $seen THEN {id: next.id, isPartner: through > 0} END) AS found,
     sum(looked) AS looked,
     coalesce(max(members), 0) AS members,
     coalesce(max(channels), 0) AS channels
RETURN size(found) AS total,
       [each IN found[..$wanted] | each.id] AS ids,
       [each IN found[$wanted..] WHERE each.isPartner | each.id] AS partnersLeftOut,
       looked >= $limit OR members > $most OR channels > $most AS cutOff
