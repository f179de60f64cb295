MATCH (city:Entity {id: $id})
RETURN city.name AS name,
       [(city)-[:IN_COUNTRY]->(country) | {name: country.name}] AS country,
       COLLECT {
         MATCH (city)-[link:MEMBER_OF]->(organization)
         WITH link, organization
         ORDER BY organization.sortName, link.membershipId
         LIMIT 50
         RETURN {
           role: link.role,
           name: organization.name,
           campaigns: COLLECT {
             MATCH (organization)-[next:MEMBER_OF]->(campaign)
             RETURN {role: next.role, name: campaign.name}
             ORDER BY campaign.sortName, next.membershipId
             LIMIT 20
           },
           secretariats: COLLECT {
             MATCH (organization)<-[:POST_IN]-(secretariat)
             RETURN {name: secretariat.name}
             ORDER BY secretariat.sortName, secretariat.id
           }
         }
       } AS memberships
