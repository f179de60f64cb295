// What a mapping speaks of and the graph lacks, or has as something else.
// $organizationIds: list of distinct strings, of organizations that must be there
// $listedIds: list of distinct strings, of organizations that are added where they are not
// $sourceIds: list of distinct strings, of sources that must be there
// -> one row {organizationIds, sourceIds: those that are not there, takenIds: those listed that are no organization, in order}
RETURN COLLECT {
         UNWIND $organizationIds AS id
         WITH id
         WHERE NOT EXISTS { MATCH (organization:Entity {id: id}) WHERE organization:Organization }
         RETURN id
         ORDER BY id
       } AS organizationIds,
       COLLECT {
         UNWIND $sourceIds AS id
         WITH id
         WHERE NOT EXISTS { MATCH (source:Entity {id: id}) WHERE source:Source }
         RETURN id
         ORDER BY id
       } AS sourceIds,
       COLLECT {
         UNWIND $listedIds AS id
         MATCH (taken:Entity {id: id})
         WHERE NOT taken:Organization
           AND NOT taken:Withdrawn
         RETURN id
         ORDER BY id
       } AS takenIds
