// Notes which dataset the graph has, as the last step of writing it; organizations without members get a count of 0.
// $id: string, always "dataset"
// $checksum: string, of its files
// -> no rows
MATCH (dataset:Entity {id: $id})
SET dataset.checksum = $checksum,
    dataset.loadedAt = datetime.transaction(),
    dataset.loading = null,
    dataset.loadingSince = null,
    dataset.part = null
WITH dataset
MATCH (organization:Organization)
WHERE organization.knownMembers IS NULL
SET organization.knownMembers = 0
