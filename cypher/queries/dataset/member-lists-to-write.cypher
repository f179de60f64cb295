// The member lists of sources, without those of the built-in dataset.
// $sourceIds: list of distinct strings
// -> one row per list {list: properties}, in order of id
UNWIND $sourceIds AS sourceId
MATCH (source:Entity {id: sourceId})<-[:STATED_IN]-(list:MemberList)
WHERE coalesce(list.origin, '') <> 'built-in'
WITH DISTINCT list
ORDER BY list.id
RETURN properties(list) AS list
