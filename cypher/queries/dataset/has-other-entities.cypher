// Whether the graph has entities that do not belong to the note on the dataset itself.
// $id: string, always "dataset"
// -> one row {others}
RETURN EXISTS {
         MATCH (entity:Entity)
         WHERE entity.id <> $id
       } AS others
