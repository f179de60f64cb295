// Countries and their subdivisions with all their names.
// -> one row per place {id, kind, iso, isoAlpha3, keys: its names as NameKey writes them}
MATCH (place:Place)
WHERE place.kind IN ['COUNTRY', 'SUBDIVISION']
RETURN place.id AS id,
       place.kind AS kind,
       place.iso AS iso,
       place.isoAlpha3 AS isoAlpha3,
       [place.nameKey] + COLLECT {
         MATCH (place)-[:HAS_NAME]->(name:Name)
         WHERE name.nameKey IS NOT NULL
         RETURN name.nameKey
         ORDER BY name.nameKey
       } AS keys
ORDER BY id
