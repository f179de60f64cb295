CALL () {
  MATCH (organization:Network)
  RETURN organization
  ORDER BY organization.sortName, organization.id
  LIMIT 200
  UNION ALL
  MATCH (organization:Campaign)
  RETURN organization
  ORDER BY organization.sortName, organization.id
  LIMIT 200
}
RETURN organization.name AS name, COUNT { (organization)<-[:MEMBER_OF]-() } AS members
