// Notes which dataset the graph has, as the last step of writing it; organizations without members get a count of 0. What a first
// load withdrew, because no claim in effect supports it, was never in effect: a whole load is one moment.
// $id: string, always "dataset"
// $checksum: string, of its files
// -> no rows
MATCH (dataset:Entity {id: $id})
CALL (dataset) {
  MATCH (withdrawn:Withdrawn)
  WHERE withdrawn.withdrawnAt > dataset.loadingSince
  SET withdrawn.withdrawnAt = dataset.loadingSince
}
SET dataset.checksum = $checksum,
    dataset.loadedAt = datetime.transaction(),
    dataset.loading = null,
    dataset.loadingSince = null
WITH dataset
CALL () {
  MATCH (lane:LoadingLane)
  DELETE lane
}
WITH dataset
MATCH (organization:Organization)
WHERE organization.knownMembers IS NULL
SET organization.knownMembers = 0
