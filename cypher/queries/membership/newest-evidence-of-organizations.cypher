// The newest evidence behind the members of several organizations that their coverage counts.
// $ids: list of distinct strings, e.g. ["c40"]
// $lapsed: whether to include what has ended; the days then decide
// -> one row per organization with dated evidence {id, newest: {date, sourceId}}
UNWIND $ids AS id
CALL (id) {
  MATCH (:Organization&Entity {id: id})<-[link:MEMBER_OF]-()
  WHERE link.role IN ['MEMBER', 'SIGNATORY']
    AND ($lapsed OR link.lapsed IS NULL)
    AND link.newestEvidence IS NOT NULL
    AND /*where link.membershipId*/ true /**/
  RETURN {date: link.newestEvidence, sourceId: link.newestEvidenceSourceId} AS newest
  ORDER BY coalesce(link.newestEvidenceEarliest, date('0001-01-01')) DESC, link.newestEvidence, link.newestEvidenceSourceId
  LIMIT 1
}
RETURN id, newest
