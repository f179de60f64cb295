// The routes of several agents into one organization, shortest first. Tracks lead on to their organizations.
// A circle of an organization leads on to what the circle is a partner of.
// A membership that a source denies is never a step of a route; one that has ended, or that a
// later complete list does not have, only if past routes are requested.
// $ids: list of distinct strings, e.g. ["boston"]
// $organizationId: string, e.g. "race-to-zero"
// $ended: whether memberships that have ended count as well
// -> one row per route {id, steps: memberships, starting at the agent, computed: whether no source connects them}
UNWIND $ids AS id
MATCH (agent:Entity {id: id})
CALL (agent) {
  MATCH (agent)<-[:MEMBER]-(joining:Membership)-[:ORGANIZATION]->(entered:Organization)
  WHERE joining.role IN ['MEMBER', 'SIGNATORY']
    AND coalesce(joining.status, '') <> 'NOT_MEMBER' AND (joining.lapsed IS NULL OR $ended)
  MATCH (entered) (()<-[:MEMBER]-(track:Membership {role: 'TRACK'})-[:ORGANIZATION]->()
                   WHERE coalesce(track.status, '') <> 'NOT_MEMBER' AND (track.lapsed IS NULL OR $ended)){0,2}
        (:Organization {id: $organizationId})
  RETURN [joining] + track AS steps, false AS computed
  UNION ALL
  MATCH (agent)<-[:MEMBER]-(joining:Membership)-[:ORGANIZATION]->(partner:Organization)
  WHERE joining.role IN ['MEMBER', 'SIGNATORY']
    AND coalesce(joining.status, '') <> 'NOT_MEMBER' AND (joining.lapsed IS NULL OR $ended)
  MATCH (partner)<-[:MEMBER]-(opening:Membership)-[:ORGANIZATION]->(entered:Organization)
  WHERE opening.role IN ['OFFICIAL_PARTNER', 'PARTNER', 'CO_ORGANISER']
    AND coalesce(opening.status, '') <> 'NOT_MEMBER' AND (opening.lapsed IS NULL OR $ended)
  MATCH (entered) (()<-[:MEMBER]-(track:Membership {role: 'TRACK'})-[:ORGANIZATION]->()
                   WHERE coalesce(track.status, '') <> 'NOT_MEMBER' AND (track.lapsed IS NULL OR $ended)){0,2}
        (:Organization {id: $organizationId})
  RETURN [joining, opening] + track AS steps, true AS computed
  UNION ALL
  // a circle of an organization that the agent is in; no source says that the agent is in the circle
  MATCH (agent)<-[:MEMBER]-(joining:Membership)-[:ORGANIZATION]->(whole:Organization)
  WHERE joining.role IN ['MEMBER', 'SIGNATORY']
    AND coalesce(joining.status, '') <> 'NOT_MEMBER' AND (joining.lapsed IS NULL OR $ended)
  MATCH (whole)<-[:ORGANIZATION]-(section:Membership)-[:MEMBER]->(circle:Organization)
  WHERE section.role = 'SECTION'
    AND coalesce(section.status, '') <> 'NOT_MEMBER' AND (section.lapsed IS NULL OR $ended)
  MATCH (circle)<-[:MEMBER]-(opening:Membership)-[:ORGANIZATION]->(entered:Organization)
  WHERE opening.role IN ['OFFICIAL_PARTNER', 'PARTNER', 'CO_ORGANISER']
    AND coalesce(opening.status, '') <> 'NOT_MEMBER' AND (opening.lapsed IS NULL OR $ended)
  MATCH (entered) (()<-[:MEMBER]-(track:Membership {role: 'TRACK'})-[:ORGANIZATION]->()
                   WHERE coalesce(track.status, '') <> 'NOT_MEMBER' AND (track.lapsed IS NULL OR $ended)){0,2}
        (:Organization {id: $organizationId})
  RETURN [joining, section, opening] + track AS steps, true AS computed
}
RETURN id, steps, computed
ORDER BY id, computed, size(steps), reduce(key = '', step IN steps | key + step.id + ' ')
