MATCH (city)-[link:MEMBER_OF]->()
USING INDEX link:MEMBER_OF(organizationId, sortName, membershipId)
WHERE link.organizationId = $campaign
  AND link.sortName >= $afterKey
  AND link.membershipId > ''
  AND (link.sortName > $afterKey OR link.membershipId > $afterId)
WITH city, link
ORDER BY link.organizationId, link.sortName, link.membershipId
MATCH (membership:Entity {id: link.membershipId})
WHERE $partner IN membership.viaIds
RETURN city.name AS name, link.sortName AS key, link.membershipId AS id
LIMIT 100
