// The former ids of merged agents.
// -> one row per merged agent {id, survivorId}
MATCH (merged:Merged)-[:MERGED_INTO]->+(survivor:Agent)
RETURN merged.id AS id, survivor.id AS survivorId
