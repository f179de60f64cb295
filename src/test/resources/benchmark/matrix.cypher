UNWIND $ids AS id
MATCH (:Entity {id: id})<-[link:MEMBER_OF]-(city:LocalGovernment)
WHERE link.role IN ['MEMBER', 'SIGNATORY'] AND link.surelyFrom <= $day AND $day < link.surelyUntil
  AND NOT coalesce(link.notBefore > $day, false) AND NOT coalesce(link.notFrom <= $day, false)
WITH city, collect(DISTINCT id) AS ids
UNWIND ids AS one
UNWIND ids AS other
RETURN one, other, count(*) AS shared
