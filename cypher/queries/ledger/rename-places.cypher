// Renames places.
// $places: list of {id, properties: the name and what it is found and sorted by}, each once, in order of id
// -> no rows
UNWIND $places AS row
MATCH (place:Entity {id: row.id} WHERE place:Place)
SET place.nameSpelled = null,
    place += row.properties
