// Withdraws facts that no claim supports any more, keeping their labels, and restores those that a claim supports again.
// Organizations, cities and other entities stay, because their ids may be cited.
// $ids: list of distinct strings
// -> no rows
UNWIND $ids AS id
MATCH (fact:Entity {id: id})
WITH fact, EXISTS { (fact)<-[:SUPPORTS]-(:Claim) } AS supported
CALL (fact, supported) {
  WITH fact, supported
  WHERE NOT supported
    AND fact:Figure|Goal|Pledge|CriteriaSet|Criterion|Involvement|Secretariat|EntryRoute|Event
  SET fact.formerLabels = [label IN labels(fact) WHERE label <> 'Entity'],
      fact.withdrawnAt = datetime.transaction()
  WITH fact, fact.formerLabels AS former
  REMOVE fact:$(former)
  SET fact:Withdrawn
}
CALL (fact, supported) {
  WITH fact, supported, fact.formerLabels AS former
  WHERE supported AND fact:Withdrawn AND former IS NOT NULL
  SET fact:$(former),
      fact.formerLabels = null,
      fact.withdrawnAt = null
  REMOVE fact:Withdrawn
}
