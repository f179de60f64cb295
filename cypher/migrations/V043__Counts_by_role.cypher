MATCH (organization)<-[link:MEMBER_OF]-()
WITH organization, 'inRole_' + link.role AS count, count(*) AS links
SET organization[count] = links;
