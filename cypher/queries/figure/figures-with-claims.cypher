// Figures with the claims they rest on, to be set against each other.
// $aboutIds: list of distinct strings, e.g. ["ramcc"], or null for everything
// -> one row per figure {figure, claims}, in order of id
MATCH (figure:Figure)
WHERE $aboutIds IS NULL OR figure.aboutId IN $aboutIds
RETURN figure,
       COLLECT {
         MATCH (figure)<-[:SUPPORTS]-(claim:Claim)
         WHERE claim.rank <> 'DEPRECATED'
         RETURN claim
         ORDER BY claim.id
       } AS claims
ORDER BY figure.id
