// The routes of several agents into one organization, shortest first. Tracks lead on to their organizations.
// A membership that a source denies is never a step of a route; one that has ended only if past routes are requested.
// $ids: list of distinct strings, e.g. ["boston"]
// $organizationId: string, e.g. "race-to-zero"
// $ended: whether memberships that have ended count as well
// -> one row per route {id, steps: memberships, starting at the agent, computed: whether no source connects them}
UNWIND $ids AS id
MATCH (agent:Entity {id: id})
CALL (agent) {
  MATCH (agent)<-[:MEMBER]-(joining:Membership)-[:ORGANIZATION]->(entered:Organization)
  WHERE joining.role IN ['MEMBER', 'SIGNATORY']
    AND (coalesce(joining.status, 'IN_FORCE') IN ['ANNOUNCED', 'IN_FORCE'] OR $ended AND joining.status = 'ENDED')
  MATCH (entered) (()<-[:MEMBER]-(track:Membership {role: 'TRACK'})-[:ORGANIZATION]->()
                   WHERE (coalesce(track.status, 'IN_FORCE') IN ['ANNOUNCED', 'IN_FORCE'] OR $ended AND track.status = 'ENDED')){0,2}
        (:Organization {id: $organizationId})
  RETURN [joining] + track AS steps, false AS computed
  UNION ALL
  MATCH (agent)<-[:MEMBER]-(joining:Membership)-[:ORGANIZATION]->(partner:Organization)
  WHERE joining.role IN ['MEMBER', 'SIGNATORY']
    AND (coalesce(joining.status, 'IN_FORCE') IN ['ANNOUNCED', 'IN_FORCE'] OR $ended AND joining.status = 'ENDED')
  MATCH (partner)<-[:MEMBER]-(opening:Membership)-[:ORGANIZATION]->(entered:Organization)
  WHERE opening.role IN ['OFFICIAL_PARTNER', 'PARTNER', 'CO_ORGANISER']
    AND (coalesce(opening.status, 'IN_FORCE') IN ['ANNOUNCED', 'IN_FORCE'] OR $ended AND opening.status = 'ENDED')
  MATCH (entered) (()<-[:MEMBER]-(track:Membership {role: 'TRACK'})-[:ORGANIZATION]->()
                   WHERE (coalesce(track.status, 'IN_FORCE') IN ['ANNOUNCED', 'IN_FORCE'] OR $ended AND track.status = 'ENDED')){0,2}
        (:Organization {id: $organizationId})
  RETURN [joining, opening] + track AS steps, true AS computed
}
RETURN id, steps, computed
ORDER BY id, computed, size(steps), reduce(key = '', step IN steps | key + step.id + ' ')
