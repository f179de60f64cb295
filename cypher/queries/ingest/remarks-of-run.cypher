// The first findings in lines of an import that were used nevertheless, in order of line.
// $id: string, of the import
// $limit: integer, at least 1
// -> one row per finding {finding: node, total: how many there are}
MATCH (finding:ImportFinding {runId: $id})
WHERE NOT finding.outcome IN ['REJECTED', 'WAITING']
WITH finding
ORDER BY finding.id
WITH collect(finding) AS findings
UNWIND findings[..$limit] AS finding
RETURN finding, size(findings) AS total
ORDER BY finding.id
