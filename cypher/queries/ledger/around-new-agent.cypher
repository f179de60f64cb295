// Whether the id of an agent to be added is free, and what there is of the places it lies in.
// $id: string
// $countryId: string or null
// $stateId: string or null
// -> one row {taken, countryKind, stateKind: kinds of these places, "" of what is no place, null of what is not there}
RETURN EXISTS { (:Entity {id: $id}) } AS taken,
       head(COLLECT {
         MATCH (country:Entity {id: $countryId})
         RETURN CASE WHEN country:Place THEN country.kind ELSE '' END
       }) AS countryKind,
       head(COLLECT {
         MATCH (state:Entity {id: $stateId})
         RETURN CASE WHEN state:Place THEN state.kind ELSE '' END
       }) AS stateKind
