UNWIND $ids AS id
MATCH (:Entity {id: id})<-[link:MEMBER_OF]-(city:LocalGovernment)
WHERE link.role IN ['MEMBER', 'SIGNATORY'] AND link.surelyFrom <= $day AND $day < link.surelyUntil
  AND NOT coalesce(link.notBefore > $day, false) AND NOT coalesce(link.notFrom <= $day, false)
WITH DISTINCT city, id
ORDER BY id
WITH city, collect(id) AS sets
WITH sets, count(*) AS size
WHERE size >= 5
RETURN sets, size
