// Notes which dataset the graph holds, as the last step of writing it.
// $id: string, always "dataset"
// $checksum: string, of its files
// -> no rows
MATCH (dataset:Entity {id: $id})
SET dataset.checksum = $checksum,
    dataset.loadedAt = datetime()
