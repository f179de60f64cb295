// One page of all claims, in order of id.
// $strengths: list of STATED, IMPLIED, DERIVED, or null for any
// $ranks: list of PREFERRED, NORMAL, DEPRECATED, or null for any
// $afterKey: string, the last id of the page before, "" for the first page
// $afterId: string, the same
// $limit: integer, 1 to 201
// -> one row {total, page: [{key, node}]}
RETURN COUNT {
         MATCH (claim:Claim)
         WHERE ($strengths IS NULL OR claim.strength IN $strengths)
           AND ($ranks IS NULL OR claim.rank IN $ranks)
       } AS total,
       COLLECT {
         MATCH (claim:Claim)
         WHERE claim.id > $afterKey AND claim.id > $afterId
           AND ($strengths IS NULL OR claim.strength IN $strengths)
           AND ($ranks IS NULL OR claim.rank IN $ranks)
         RETURN {key: claim.id, node: claim}
         ORDER BY claim.id
         LIMIT $limit
       } AS page
