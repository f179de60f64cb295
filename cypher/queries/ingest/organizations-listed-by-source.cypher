// Organizations with at least one member or signatory in a source.
// $sourceId: string
// $ids: list of distinct strings, of organizations; those that were merged stand for their survivors
// -> one row per organization {id: as given}
UNWIND $ids AS id
MATCH (:Entity {id: id})-[:MERGED_INTO]->*(organization:Organization)
WHERE EXISTS {
  MATCH (organization)<-[:ORGANIZATION]-(membership:Membership)<-[:SUPPORTS]-(claim:Claim)
  WHERE membership.role IN ['MEMBER', 'SIGNATORY']
    AND claim.sourceId = $sourceId
}
RETURN id
