// The lists of members of a source that are in force, whoever recorded them. Locks them for this transaction.
// $sourceId: string
// -> one row per list {list: its properties}, in order of id
MATCH (list:MemberList {sourceId: $sourceId})
WITH list
ORDER BY list.id
SET list.id = list.id
RETURN properties(list) AS list
