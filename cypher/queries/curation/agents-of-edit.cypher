// The agents that an edit merged, split or restored.
// $id: string
// -> one row per agent {id}
MATCH (:Entity {id: $id})<-[:CHANGED_IN]-(agent)
RETURN agent.id AS id
