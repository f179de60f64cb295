// Locks the dataset for writing: other servers wait here until this transaction ends.
// $id: string, always "dataset"
// -> one row {version, checksum: null in a graph without the dataset, at: now, loading: the checksum of a first load that is not
//    complete, or null, loadingSince, lanes: how many lanes write it}
MERGE (dataset:Entity {id: $id})
SET dataset.lockedAt = datetime()
RETURN dataset.version AS version,
       dataset.checksum AS checksum,
       dataset.lockedAt AS at,
       dataset.loading AS loading,
       dataset.loadingSince AS loadingSince,
       COUNT { (:LoadingLane) } AS lanes
