// The agents of one label at an end of selected memberships, each once, by name. Walks an index on the name, so the
// first row comes at once and nothing is buffered.
// $denied: whether to include memberships that a source denies
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
