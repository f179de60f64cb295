// Links agents to the edit that merged, split or restored them, so that it appears in their history.
// $id: string, of the edit
// $agentIds: list of distinct strings
// -> no rows
MATCH (activity:Entity {id: $id})
UNWIND $agentIds AS agentId
MATCH (agent:Entity {id: agentId})
MERGE (agent)-[link:CHANGED_IN]->(activity)
ON CREATE SET link.origin = 'curated'
