// the dataset is loaded again at this start, which gives every membership its sources and the dates of its evidence
MATCH (dataset:Entity {id: 'dataset'})
SET dataset.checksum = null;
