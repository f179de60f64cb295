// The memberships in organizations that a list of all members can confirm or close, withdrawn ones included.
// $ids: list of distinct strings, of organizations
// -> one row per membership {id}
UNWIND $ids AS id
MATCH (organization:Entity {id: id})<-[:ORGANIZATION]-(membership)
WHERE membership.role IN ['MEMBER', 'SIGNATORY']
RETURN membership.id AS id
