// Moves cities to other states.
// $cities: list of {id, stateId}, each once, in order of id
// -> one row {moved: how many}
UNWIND $cities AS row
MATCH (city:Entity {id: row.id})
MATCH (state:Entity {id: row.stateId} WHERE state:Place)
SET city.stateId = state.id
WITH city, state
CALL (city) {
  MATCH (city)-[former:IN_STATE]->()
  DELETE former
}
CREATE (city)-[:IN_STATE {origin: city.origin}]->(state)
RETURN count(*) AS moved
