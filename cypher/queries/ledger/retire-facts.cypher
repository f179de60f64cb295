// Lets facts leave the answers that no claim supports any more: they lose their labels, which are noted for a return.
// Organizations, cities and other things stay, whose ids may be cited.
// $ids: list of distinct strings
// -> no rows
UNWIND $ids AS id
MATCH (fact:Entity {id: id})
WHERE fact:Figure|Goal|Pledge|CriteriaSet|Criterion|Involvement|Secretariat|EntryRoute|Event
  AND NOT EXISTS { (fact)<-[:SUPPORTS]-(:Claim) }
SET fact.formerLabels = [label IN labels(fact) WHERE label <> 'Entity'],
    fact.withdrawnAt = datetime()
WITH fact, fact.formerLabels AS former
REMOVE fact:$(former)
SET fact:Withdrawn
