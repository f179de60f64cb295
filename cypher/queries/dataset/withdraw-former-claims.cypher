// Withdraws claims, facts, names and identifiers that an earlier version of the dataset had and this one does not.
// They lose their label and so disappear from answers; nothing is deleted. A fact that someone else's claim supports stays,
// and so do organizations, cities and other entities, because their ids may be cited.
// $checksum: string, of this version
// -> no rows
MATCH (node:Entity {origin: 'built-in'})
WHERE node.checksum <> $checksum
  AND node:Claim|Membership|Figure|Goal|Pledge|CriteriaSet|Criterion|Involvement|Secretariat|EntryRoute|MemberList|Name|Identifier
  AND NOT EXISTS {
    MATCH (node)<-[:SUPPORTS]-(claim:Claim)
    WHERE coalesce(claim.origin, '') <> 'built-in'
  }
SET node.withdrawnAt = datetime.transaction(),
    node:Withdrawn
REMOVE node:Claim:Membership:Figure:Goal:Pledge:CriteriaSet:Criterion:Involvement:Secretariat:EntryRoute:MemberList:Name:Identifier
