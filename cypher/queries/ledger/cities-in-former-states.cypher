// Cities outside the dataset that have a GeoNames number and are in one of the given states, or were imported without a state.
// Includes merged and withdrawn cities, because they can return.
// $states: list of ISO 3166-2 codes
// -> one row per city {id, geonames, stateId, activityId, recordedBy, origin}, in order
MATCH (identifier:Identifier {scheme: 'geonames'})<-[:HAS_IDENTIFIER]-(city:City|Merged|Withdrawn)
WHERE city.origin IN ['import', 'curated']
  AND (city.stateId IN $states OR city.stateId IS NULL AND city.origin = 'import')
RETURN city.id AS id,
       identifier.value AS geonames,
       city.stateId AS stateId,
       city.activityId AS activityId,
       city.recordedBy AS recordedBy,
       city.origin AS origin
ORDER BY id, geonames
