// How much was taken from each of several sources.
// $ids: list of distinct strings, e.g. ["text-mma"]
// -> one row per known source {id, claims: count, counts: [{kind, count}]}; the supported facts, by kind in alphabetical order
UNWIND $ids AS id
MATCH (source:Entity {id: id})
RETURN id,
       COUNT { (source)<-[:STATED_IN]-(:Claim) } AS claims,
       COLLECT {
         MATCH (source)<-[:STATED_IN]-(:Claim)-[:SUPPORTS]->(fact)
         WITH DISTINCT fact
         WITH CASE
                WHEN fact:City THEN 'City'
                WHEN fact:Region THEN 'Region'
                WHEN fact:Campaign THEN 'Campaign'
                WHEN fact:Network THEN 'Network'
                WHEN fact:Organization THEN 'Body'
                ELSE head([label IN labels(fact) WHERE NOT label IN ['Entity', 'Agent', 'LocalGovernment']])
              END AS kind
         WITH kind, count(*) AS count
         RETURN {kind: kind, count: count}
         ORDER BY kind
       } AS counts
