// What was found in some lines of an import, in order of line.
// $id: string, of the import
// $from: string, the id that the first one is not before
// $to: string, the id that the last one is before
// -> one row per finding {finding: node}
MATCH (finding:ImportFinding {runId: $id})
WHERE finding.id >= $from
  AND finding.id < $to
RETURN finding
ORDER BY finding.id
