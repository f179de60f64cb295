MATCH (network:Entity {id: $id})
RETURN network.name AS name,
       COLLECT {
         MATCH (city)-[link:MEMBER_OF]->()
         USING INDEX link:MEMBER_OF(organizationId, sortName, membershipId)
         WHERE link.organizationId = $id AND link.sortName >= '' AND link.membershipId > '' AND link.role = 'MEMBER'
         WITH city, link
         ORDER BY link.organizationId, link.sortName, link.membershipId
         LIMIT 50
         RETURN {
           name: city.name,
           country: [(city)-[:IN_COUNTRY]->(country) | {name: country.name}],
           memberships: COLLECT {
             MATCH (city)-[other:MEMBER_OF]->(organization)
             RETURN {name: organization.name}
             ORDER BY organization.sortName, other.membershipId
             LIMIT 100
           }
         }
       } AS members
