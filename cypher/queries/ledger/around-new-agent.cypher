// Whether the id of an agent to be added is taken, and the kinds of the places given as its country and state.
// $id: string
// $countryId: string or null
// $stateId: string or null
// -> one row {taken, countryKind, stateKind: "" if the id is not a place, null if it is not in the graph}
RETURN EXISTS { (:Entity {id: $id}) } AS taken,
       head(COLLECT {
         MATCH (country:Entity {id: $countryId})
         RETURN CASE WHEN country:Place THEN country.kind ELSE '' END
       }) AS countryKind,
       head(COLLECT {
         MATCH (state:Entity {id: $stateId})
         RETURN CASE WHEN state:Place THEN state.kind ELSE '' END
       }) AS stateKind
