// How many entities and facts of each kind the graph has, regardless of who added them, and when it was last changed.
// -> one row {counts: [{kind, count}], changedAt}; the kinds in alphabetical order
RETURN [
         {kind: 'Body', count: COUNT { MATCH (body:Organization) WHERE NOT body:Campaign AND NOT body:Network }},
         {kind: 'Campaign', count: COUNT { (:Campaign) }},
         {kind: 'City', count: COUNT { (:City) }},
         {kind: 'Claim', count: COUNT { (:Claim) }},
         {kind: 'CriteriaSet', count: COUNT { (:CriteriaSet) }},
         {kind: 'Criterion', count: COUNT { (:Criterion) }},
         {kind: 'EntryRoute', count: COUNT { (:EntryRoute) }},
         {kind: 'Event', count: COUNT { (:Event) }},
         {kind: 'Figure', count: COUNT { (:Figure) }},
         {kind: 'Goal', count: COUNT { (:Goal) }},
         {kind: 'Instrument', count: COUNT { (:Instrument) }},
         {kind: 'Involvement', count: COUNT { (:Involvement) }},
         {kind: 'MemberList', count: COUNT { (:MemberList) }},
         {kind: 'Membership', count: COUNT { (:Membership) }},
         {kind: 'Network', count: COUNT { (:Network) }},
         {kind: 'Person', count: COUNT { (:Person) }},
         {kind: 'Place', count: COUNT { (:Place) }},
         {kind: 'Pledge', count: COUNT { (:Pledge) }},
         {kind: 'Region', count: COUNT { (:Region) }},
         {kind: 'Secretariat', count: COUNT { (:Secretariat) }},
         {kind: 'Source', count: COUNT { (:Source) }}
       ] AS counts,
       COLLECT { MATCH (version:GraphVersion {id: 'graph'}) RETURN version.changedAt }[0] AS changedAt
