// The texts for the labels of several dated nodes, and the claims that give their dates.
// $ids: list of distinct strings, e.g. ["cop26"]
// -> one row per known node {id, name, subject, object: names, claims: [{properties, claim}], in order of claim id}
UNWIND $ids AS id
MATCH (dated:Entity {id: id})
OPTIONAL MATCH (subject:Entity {id: coalesce(dated.memberId, dated.subjectId, dated.aboutId)})
OPTIONAL MATCH (object:Entity {id: coalesce(dated.organizationId, dated.objectId, dated.statedForId)})
RETURN id,
       coalesce(dated.name, dated.title) AS name,
       coalesce(subject.name, subject.title) AS subject,
       coalesce(object.name, object.title) AS object,
       COLLECT {
         MATCH (dated)<-[stated:SUPPORTS]-(claim:Claim)
         WHERE claim.rank <> 'DEPRECATED'
         WITH claim, collect(keys(stated)) AS said
         RETURN {claim: claim, properties: reduce(all = [], each IN said | all + each)}
         ORDER BY claim.id
       } AS claims
