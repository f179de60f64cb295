// Notes that the first load of the dataset begins, with no part of it written yet. Lanes that write another one are locked, so
// that none of them is still writing.
// $id: string, always "dataset"
// $checksum: string, of the files
// $lanes: integer, how many parts are written at the same time
// -> no rows
MATCH (dataset:Entity {id: $id})
SET dataset.loading = $checksum,
    dataset.loadingSince = dataset.lockedAt
WITH dataset
UNWIND range(0, $lanes - 1) AS number
MERGE (lane:LoadingLane {number: number})
SET lane.part = 0
