// The ids that agents had before they were merged into another one.
// -> one row per merged agent {id, survivorId}
MATCH (merged:Merged)-[:MERGED_INTO]->+(survivor:Agent)
RETURN merged.id AS id, survivor.id AS survivorId
