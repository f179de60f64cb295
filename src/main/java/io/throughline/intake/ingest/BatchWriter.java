package io.throughline.intake.ingest;

import static java.util.stream.Collectors.toCollection;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.intake.ingest.LineRecords.LineRecord;
import io.throughline.intake.ingest.LineRecords.ProcessedMembership;
import io.throughline.intake.ingest.LineRecords.Uncertainty;
import io.throughline.intake.ingest.PlannedLine.Repeated;
import io.throughline.intake.ingest.PlannedLine.ToRecord;
import io.throughline.intake.ingest.PlannedLine.ToWait;
import io.throughline.intake.matching.AgentMatch;
import io.throughline.writing.ledger.Ledger;
import io.throughline.writing.ledger.LedgerActivity;
import io.throughline.writing.ledger.MembershipClaim;
import io.throughline.writing.ledger.NewAgent;
import io.throughline.writing.ledger.RecordedClaim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.neo4j.driver.TransactionContext;

/** Records a batch of lines in one transaction, or only previews that, and reports what becomes of each line. */
final class BatchWriter {

    private static final CypherStatement MISSING_AGENTS = CypherStatement.in("ingest/missing-agents.cypher");

    private final Ledger ledger;

    BatchWriter(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The result of a batch.
     *
     * @param records the outcome of each line
     * @param findings the findings as they are stored
     * @param added ids of agents that were not in the graph
     */
    record BatchResult(
            LineRecords records, ImportCounts counts, List<Map<String, Object>> findings, Set<String> added) {

        /** The same result, counting the added agents except those of earlier batches. */
        BatchResult countingNew(Set<String> addedBefore) {
            var newlyAdded =
                    added.stream().filter(id -> !addedBefore.contains(id)).count();
            return new BatchResult(
                    records,
                    counts.plus(new ImportCounts(Map.of(), Map.of(), Map.of(), newlyAdded, 0, 0)),
                    findings,
                    added);
        }
    }

    /** The agents to add with these lines, each once, in order of id so that concurrent writers do not deadlock. */
    private static Collection<NewAgent> additions(List<PlannedLine> lines) {
        var additions = new TreeMap<String, NewAgent>();
        toRecord(lines).forEach(planned -> {
            if (planned.addition() != null) {
                additions.put(planned.addition().id(), planned.addition());
            }
        });
        return additions.values();
    }

    /** Records the memberships that need no decision. */
    BatchResult record(TransactionContext transaction, LedgerActivity by, List<PlannedLine> lines) {
        var additions = List.copyOf(additions(lines));
        var added = missing(transaction, additions);
        var existingIds = additions.isEmpty() ? Map.<String, String>of() : ledger.addAgents(transaction, by, additions);
        added.removeAll(existingIds.keySet());
        return result(by.id(), lines, ledger.record(transaction, by, claims(lines, existingIds)), added);
    }

    /** The result that recording would have as long as nobody else writes; reads only. */
    BatchResult preview(TransactionContext transaction, LedgerActivity by, List<PlannedLine> lines) {
        var additions = List.copyOf(additions(lines));
        var added = missing(transaction, additions);
        var existingIds = ledger.identifierHolders(transaction, additions);
        added.removeAll(existingIds.keySet());
        return result(by.id(), lines, ledger.preview(transaction, by, claims(lines, existingIds)), added);
    }

    private static Set<String> missing(TransactionContext transaction, List<NewAgent> agents) {
        var ids = agents.stream().map(NewAgent::id).toList();
        return ids.isEmpty()
                ? new HashSet<>()
                : transaction.run(MISSING_AGENTS.text(), Map.of("ids", ids)).stream()
                        .map(row -> row.get("id").asString())
                        .collect(toCollection(HashSet::new));
    }

    /**
     * The claims to record. If somebody has meanwhile added an agent under another id, recognized by its identifiers,
     * its claims are about that agent.
     */
    private static List<MembershipClaim> claims(List<PlannedLine> lines, Map<String, String> existingIds) {
        return toRecord(lines).stream()
                .map(planned -> existingIds.isEmpty()
                        ? planned.claim()
                        : planned.claim().with(existingIds))
                .toList();
    }

    private static List<ToRecord> toRecord(List<PlannedLine> lines) {
        return lines.stream()
                .flatMap(line -> line.memberships().stream())
                .filter(ToRecord.class::isInstance)
                .map(ToRecord.class::cast)
                .toList();
    }

    private static BatchResult result(
            String runId, List<PlannedLine> lines, List<RecordedClaim> recorded, Set<String> added) {
        var records = new ArrayList<LineRecord>(lines.size());
        var processed = new ArrayList<ProcessedMembership>(recorded.size());
        var findings = new ArrayList<Map<String, Object>>();
        var linesBy = new HashMap<LineOutcome, Long>();
        var membershipsBy = new HashMap<LineOutcome, Long>();
        var reasonsBy = new LinkedHashMap<LineReason, Long>();
        var next = recorded.iterator();
        for (var line : lines) {
            var lineOutcome = line.initialOutcome();
            var claimIds = new ArrayList<String>();
            for (var planned : line.memberships()) {
                var outcome = LineOutcome.WAITING;
                if (planned instanceof ToRecord record) {
                    var claim = next.next();
                    outcome = outcome(claim);
                    claimIds.add(claim.claimId());
                    // the membership can differ from the planned one if somebody has merged or added one of its
                    // ends meanwhile
                    processed.add(new ProcessedMembership(
                            line.number(), claim.claimId(), TextFingerprint.of(claim.membershipId()), record.values()));
                } else if (planned instanceof Repeated repeated) {
                    outcome = repeated.outcome();
                }
                membershipsBy.merge(outcome, 1L, Long::sum);
                lineOutcome = outcome.compareTo(lineOutcome) < 0 ? outcome : lineOutcome;
            }
            linesBy.merge(lineOutcome, 1L, Long::sum);
            if (line.reason() != null) {
                reasonsBy.merge(line.reason(), 1L, Long::sum);
            }
            records.add(new LineRecord(line.number(), lineOutcome, claimIds, line.detail()));
            findings.addAll(findings(runId, line, lineOutcome));
        }
        return new BatchResult(
                new LineRecords(records, processed, uncertainty(lines)),
                new ImportCounts(linesBy, membershipsBy, reasonsBy, 0, 0, 0),
                findings,
                added);
    }

    private static Uncertainty uncertainty(List<PlannedLine> lines) {
        var everything = false;
        var agentIds = new TreeSet<String>();
        for (var line : lines) {
            everything |= line.isUnusable();
            for (var planned : line.memberships()) {
                if (planned instanceof ToWait wait) {
                    wait.match().candidates().stream()
                            .map(AgentMatch.Candidate::agentId)
                            .filter(Objects::nonNull)
                            .forEach(agentIds::add);
                } else if (planned instanceof ToRecord record && line.hasUnusablePart()) {
                    agentIds.add(record.claim().memberId());
                }
            }
        }
        return new Uncertainty(everything, agentIds);
    }

    private static LineOutcome outcome(RecordedClaim recorded) {
        return switch (recorded.change()) {
            case NEW -> LineOutcome.NEW;
            case CHANGED -> LineOutcome.CHANGED;
            case SAME -> LineOutcome.SAME;
        };
    }

    private static List<Map<String, Object>> findings(String runId, PlannedLine line, LineOutcome outcome) {
        var findings = new ArrayList<Map<String, Object>>();
        for (var fileFinding : line.findings()) {
            var finding = new HashMap<String, Object>();
            finding.put("id", "%s.%02d".formatted(findingId(runId, line.number()), findings.size()));
            finding.put("runId", runId);
            finding.put("line", line.number());
            finding.put("name", line.names());
            finding.put("column", fileFinding.column());
            finding.put("code", fileFinding.code());
            finding.put("message", fileFinding.message());
            finding.put("outcome", outcome.name());
            findings.add(finding);
        }
        return findings;
    }

    /** The prefix of the ids of findings in a line; padded so that the ids sort by line. */
    static String findingId(String runId, int line) {
        return "%s.%09d".formatted(runId, line);
    }
}
