// Everybody at an end of some memberships, each once, by name: those of one label. Walks an index on the name, so that the
// first row comes at once and no row is kept.
// $denied: whether memberships that a source denies count too
// -> one row per agent {agent: node}
MATCH /*agents*/ (agent:City) /**/
WHERE agent.sortName >= ''
  AND EXISTS {
    MATCH (agent)<-[:MEMBER|ORGANIZATION]-/*recorded membership*/ (membership:Membership) /**/
    WHERE ($denied OR coalesce(membership.status, '') <> 'NOT_MEMBER')
      AND /*where membership*/ true /**/
  }
RETURN agent
ORDER BY agent.sortName, agent.id
