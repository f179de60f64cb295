// The findings in some lines of an import, in order of line.
// $id: string, of the import
// $from: string, the smallest id
// $to: string, the id after the largest
// -> one row per finding {finding: node}
MATCH (finding:ImportFinding {runId: $id})
WHERE finding.id >= $from
  AND finding.id < $to
RETURN finding
ORDER BY finding.id
