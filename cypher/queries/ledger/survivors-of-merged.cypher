// Which of these agents were merged into another one, and into which.
// $ids: list of distinct strings
// -> one row per merged agent {id, survivorId}
MATCH (merged:Merged)-[:MERGED_INTO]->+(survivor:Agent)
WHERE merged.id IN $ids
RETURN merged.id AS id, survivor.id AS survivorId
