// Whether the graph has anything besides the node that says which dataset it holds.
// $id: string, always "dataset"
// -> one row {others}
RETURN EXISTS {
         MATCH (entity:Entity)
         WHERE entity.id <> $id
       } AS others
