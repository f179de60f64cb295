// Facts of this version that were withdrawn with the claims that supported them.
// $checksum: string, of this version
// -> one row per fact {id}
MATCH (fact:Entity {origin: 'built-in', checksum: $checksum})
WHERE fact:Withdrawn
  AND fact.formerLabels IS NOT NULL
RETURN fact.id AS id
