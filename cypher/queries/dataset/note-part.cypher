// Notes how much of the first load of the dataset has been written, in the transaction that writes it.
// $id: string, always "dataset"
// $checksum: string, of the files
// $part: integer, how many parts have been written
// -> no rows
MATCH (dataset:Entity {id: $id})
SET dataset.loading = $checksum,
    dataset.loadingSince = CASE WHEN $part = 0 THEN dataset.lockedAt ELSE dataset.loadingSince END,
    dataset.part = $part
