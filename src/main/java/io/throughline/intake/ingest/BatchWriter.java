package io.throughline.intake.ingest;

import static java.util.stream.Collectors.toCollection;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.intake.ingest.LineRecords.LineRecord;
import io.throughline.intake.ingest.LineRecords.Recording;
import io.throughline.intake.ingest.LineRecords.Unsure;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.neo4j.driver.TransactionContext;

/** Records a batch of lines in one transaction, or only works out what that comes to, and says what becomes of each line. */
final class BatchWriter {

    private static final CypherStatement NOT_THERE = CypherStatement.in("ingest/agents-not-there.cypher");

    private final Ledger ledger;

    BatchWriter(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What a batch came to.
     *
     * @param records line by line
     * @param findings as they are kept
     * @param added ids of agents that were not in the graph
     */
    record Written(LineRecords records, ImportCounts counts, List<Map<String, Object>> findings, Set<String> added) {

        /** The same, with how many agents were added that were not before. */
        Written counting(Set<String> addedBefore) {
            var news = added.stream().filter(id -> !addedBefore.contains(id)).count();
            return new Written(records, counts.plus(new ImportCounts(Map.of(), Map.of(), news, 0, 0)), findings, added);
        }
    }

    /** Agents that are to be added with these lines, each once, in order of id so that writers do not wait in a ring. */
    private static Collection<NewAgent> additions(List<PlannedLine> lines) {
        var additions = new TreeMap<String, NewAgent>();
        recordings(lines).forEach(planned -> {
            if (planned.addition() != null) {
                additions.put(planned.addition().id(), planned.addition());
            }
        });
        return additions.values();
    }

    /** Records what can be recorded now. */
    Written record(TransactionContext transaction, LedgerActivity by, List<PlannedLine> lines) {
        var additions = List.copyOf(additions(lines));
        var added = notThere(transaction, additions);
        var bearers = additions.isEmpty() ? Map.<String, String>of() : ledger.addAgents(transaction, by, additions);
        added.removeAll(bearers.keySet());
        return written(by.id(), lines, ledger.record(transaction, by, claims(lines, bearers)), added);
    }

    /** What recording them would come to as long as nobody else writes; read only. */
    Written foresee(TransactionContext transaction, LedgerActivity by, List<PlannedLine> lines) {
        var additions = List.copyOf(additions(lines));
        var added = notThere(transaction, additions);
        var bearers = ledger.identifierHolders(transaction, additions);
        added.removeAll(bearers.keySet());
        return written(by.id(), lines, ledger.preview(transaction, by, claims(lines, bearers)), added);
    }

    private static Set<String> notThere(TransactionContext transaction, List<NewAgent> agents) {
        var ids = agents.stream().map(NewAgent::id).toList();
        return ids.isEmpty()
                ? new HashSet<>()
                : transaction.run(NOT_THERE.text(), Map.of("ids", ids)).stream()
                        .map(row -> row.get("id").asString())
                        .collect(toCollection(HashSet::new));
    }

    /** Of agents that somebody else has added under another id since their line was read, by their numbers: of these. */
    private static List<MembershipClaim> claims(List<PlannedLine> lines, Map<String, String> bearers) {
        return recordings(lines).stream()
                .map(planned ->
                        bearers.isEmpty() ? planned.claim() : planned.claim().with(bearers))
                .toList();
    }

    private static List<ToRecord> recordings(List<PlannedLine> lines) {
        return lines.stream()
                .flatMap(line -> line.memberships().stream())
                .filter(ToRecord.class::isInstance)
                .map(ToRecord.class::cast)
                .toList();
    }

    private static Written written(
            String runId, List<PlannedLine> lines, List<RecordedClaim> recorded, Set<String> added) {
        var records = new ArrayList<LineRecord>(lines.size());
        var recordings = new ArrayList<Recording>(recorded.size());
        var findings = new ArrayList<Map<String, Object>>();
        var linesBy = new HashMap<LineOutcome, Long>();
        var membershipsBy = new HashMap<LineOutcome, Long>();
        var next = recorded.iterator();
        for (var line : lines) {
            var strongest = line.memberships().isEmpty() ? line.otherwise() : LineOutcome.LEFT_OUT;
            var claimIds = new ArrayList<String>();
            for (var planned : line.memberships()) {
                var outcome = LineOutcome.WAITING;
                if (planned instanceof ToRecord record) {
                    var one = next.next();
                    outcome = outcome(one);
                    claimIds.add(one.claimId());
                    // its membership can be another one than was planned, if an end of it was merged or added by
                    // somebody meanwhile
                    recordings.add(new Recording(
                            line.number(), one.claimId(), TextFingerprint.of(one.membershipId()), record.mark()));
                } else if (planned instanceof Repeated repeated) {
                    outcome = repeated.outcome();
                }
                membershipsBy.merge(outcome, 1L, Long::sum);
                strongest = outcome.compareTo(strongest) < 0 ? outcome : strongest;
            }
            linesBy.merge(strongest, 1L, Long::sum);
            records.add(new LineRecord(line.number(), strongest, claimIds));
            findings.addAll(findings(runId, line, strongest));
        }
        return new Written(
                new LineRecords(records, recordings, unsure(lines)),
                new ImportCounts(linesBy, membershipsBy, 0, 0, 0),
                findings,
                added);
    }

    private static Unsure unsure(List<PlannedLine> lines) {
        var anything = false;
        var agentIds = new TreeSet<String>();
        for (var line : lines) {
            anything |= line.memberships().isEmpty() && line.otherwise() == LineOutcome.REJECTED;
            for (var planned : line.memberships()) {
                if (planned instanceof ToWait wait) {
                    wait.match().candidates().stream()
                            .map(AgentMatch.Candidate::agentId)
                            .filter(Objects::nonNull)
                            .forEach(agentIds::add);
                } else if (planned instanceof ToRecord record && line.isPartly()) {
                    agentIds.add(record.claim().memberId());
                }
            }
        }
        return new Unsure(anything, agentIds);
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
        for (var found : line.findings()) {
            var finding = new HashMap<String, Object>();
            finding.put("id", "%s.%02d".formatted(findingId(runId, line.number()), findings.size()));
            finding.put("runId", runId);
            finding.put("line", line.number());
            finding.put("column", found.column());
            finding.put("code", found.code());
            finding.put("message", found.message());
            finding.put("outcome", outcome.name());
            findings.add(finding);
        }
        return findings;
    }

    /** What the ids of findings in a line begin with; wide enough that texts sort as numbers. */
    static String findingId(String runId, int line) {
        return "%s.%09d".formatted(runId, line);
    }
}
