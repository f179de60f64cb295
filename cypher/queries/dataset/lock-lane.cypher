// Locks a lane of a first load of the dataset: other servers wait here until this transaction ends.
// $id: string, always "dataset"
// $lane: integer, counted from 0
// -> one row {version: null unless a load is complete, loading: the checksum of the files, part: how many parts of this lane have
//    been written}
MATCH (dataset:Entity {id: $id})
OPTIONAL MATCH (lane:LoadingLane {number: $lane})
SET lane.lockedAt = datetime()
RETURN dataset.version AS version,
       dataset.loading AS loading,
       lane.part AS part
