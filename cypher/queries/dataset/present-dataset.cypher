// Which dataset the graph has.
// $id: string, always "dataset"
// -> one row {version, checksum: null in a graph without the dataset, and until its first load is complete}
OPTIONAL MATCH (dataset:Entity {id: $id})
RETURN dataset.version AS version,
       dataset.checksum AS checksum
