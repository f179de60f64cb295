// What people need to tell agents apart, by id. Former ids of merged agents and ids of anything else return nothing.
// $ids: list of distinct strings, e.g. ["boston", "c40"]
// -> one row per agent {id, name, labels, kind, stateId, state: name, countryId, country: name}
UNWIND $ids AS id
MATCH (agent:Entity {id: id})
WHERE agent:Agent
  AND NOT agent:Merged
RETURN id,
       agent.name AS name,
       labels(agent) AS labels,
       agent.kind AS kind,
       agent.stateId AS stateId,
       COLLECT { MATCH (state:Entity {id: agent.stateId}) RETURN state.name }[0] AS state,
       agent.countryId AS countryId,
       COLLECT { MATCH (country:Entity {id: agent.countryId}) RETURN country.name }[0] AS country
