package io.throughline.intake.ingest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.infra.cypher.GraphWriter;
import io.throughline.intake.matching.AgentMatch;
import io.throughline.intake.matching.DecisionStore;
import io.throughline.intake.matching.MatchDecision.Verdict;
import io.throughline.writing.ledger.Ledger;
import io.throughline.writing.ledger.LedgerActivity;
import io.throughline.writing.ledger.NewAgent;
import io.throughline.writing.ledger.RecordedClaim;
import io.throughline.writing.ledger.StateCorrector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.springframework.stereotype.Component;

/**
 * Settles questions of the review queue. The decision, the memberships that waited, the question and the lists that become
 * complete change in one transaction.
 */
@Component
public class ReviewSettler {

    private static final CypherStatement AGENT = CypherStatement.in("ingest/agent-by-id.cypher");
    private static final CypherStatement LOCK = CypherStatement.in("ingest/lock-review-item.cypher");
    private static final CypherStatement OPEN = CypherStatement.in("ingest/open-review-items.cypher");
    private static final CypherStatement SETTLE = CypherStatement.in("ingest/settle-review-item.cypher");

    private final GraphReader reader;
    private final GraphWriter graph;
    private final Ledger ledger;
    private final StateCorrector states;
    private final DecisionStore decisions;

    ReviewSettler(
            GraphReader reader, GraphWriter graph, Ledger ledger, StateCorrector states, DecisionStore decisions) {
        this.reader = reader;
        this.graph = graph;
        this.ledger = ledger;
        this.states = states;
        this.decisions = decisions;
    }

    /**
     * An answer.
     *
     * @param agentId an agent in the graph for SAME and NOT_SAME, a candidate to add for ADD, otherwise null
     * @param addition the agent to add if it is not a candidate; null unless the decision is ADD
     */
    public record ReviewAnswer(
            String itemId,
            ReviewDecision decision,
            @Nullable String agentId,
            @Nullable NewAgent addition) {}

    /**
     * The result of an answer.
     *
     * @param recorded the memberships that waited and were recorded
     */
    public record SettledReview(ReviewItem item, List<RecordedClaim> recorded) {}

    /** A question that waits for a person, and how many memberships wait for the answer. */
    public record OpenQuestion(ReviewItem item, int waiting) {}

    private record LockedItem(ReviewItem item, List<PendingMembership> rows) {}

    /**
     * Some of the questions that wait for a person, in order of id.
     *
     * @param afterId the id after which to start; "" for the beginning
     */
    public List<OpenQuestion> open(String afterId, int limit) {
        return reader.list(
                OPEN,
                Map.of("after", afterId, "limit", limit),
                row -> new OpenQuestion(
                        ReviewItem.of(row.get("item").asNode()),
                        row.get("waiting").asInt()));
    }

    /**
     * Settles a question.
     *
     * @throws ImportRejectedException if it cannot be settled in this way; nothing was done
     */
    public SettledReview resolve(ReviewAnswer answer, String person) {
        var activity = new LedgerActivity("review-" + UUID.randomUUID(), LedgerActivity.Kind.EDIT, person);
        return graph.write(transaction -> {
            var locked = lock(transaction, answer.itemId());
            check(locked.item(), answer);
            var agentId = agentId(transaction, activity, locked.item(), answer);
            remember(locked.item(), answer, agentId, activity);
            var recorded = identifiesAgent(answer) && agentId != null
                    ? record(transaction, locked.rows(), agentId, person)
                    : Map.<String, RecordedClaim>of();
            settle(transaction, locked, answer, agentId, activity, recorded);
            if (!recorded.isEmpty()) {
                new MemberListRecorder(ledger, transaction).settle(locked.item().sourceId(), person);
            }
            return new SettledReview(lock(transaction, answer.itemId()).item(), List.copyOf(recorded.values()));
        });
    }

    /**
     * Remembers the decision: for all sources if the entry has a country, otherwise only for this source, because only
     * its readers know where the place is.
     */
    private void remember(ReviewItem item, ReviewAnswer answer, @Nullable String agentId, LedgerActivity activity) {
        var written = item.written();
        decisions.remember(
                written,
                agentId,
                verdict(answer.decision()),
                written.country() == null ? item.sourceId() : null,
                activity);
    }

    private static LockedItem lock(TransactionContext transaction, String itemId) {
        return transaction.run(LOCK.text(), Map.of("id", itemId)).stream()
                .findFirst()
                .map(row -> new LockedItem(
                        ReviewItem.of(row.get("item").asNode()),
                        row.get("rows").asList(node -> PendingMembership.of(node.asNode()))))
                .orElseThrow(() -> new ImportRejectedException(
                        "ITEM_UNKNOWN", "the review queue has no question with the id %s".formatted(itemId), "item"));
    }

    private static void check(ReviewItem item, ReviewAnswer answer) {
        if (item.state() == ReviewState.SETTLED || item.state() == ReviewState.GONE) {
            throw new ImportRejectedException(
                    "ALREADY_SETTLED",
                    item.state() == ReviewState.GONE
                            ? "no memberships are waiting for this question any more"
                            : "%s has already settled this question as %s%s"
                                    .formatted(
                                            item.settledBy(),
                                            item.decision(),
                                            item.agentId() == null ? "" : ", " + item.agentId()),
                    "item");
        }
        var needsAgent = answer.decision() == ReviewDecision.SAME || answer.decision() == ReviewDecision.NOT_SAME;
        var mayHaveAgent = needsAgent || answer.decision() == ReviewDecision.ADD;
        if (needsAgent && answer.agentId() == null || !mayHaveAgent && answer.agentId() != null) {
            throw new ImportRejectedException(
                    "AGENT_EXPECTED",
                    needsAgent
                            ? "%s needs the id of an agent".formatted(answer.decision())
                            : "%s takes no agent: leave it out".formatted(answer.decision()),
                    "agent");
        }
        if ((answer.decision() == ReviewDecision.ADD) != (addition(item, answer) != null)) {
            throw new ImportRejectedException(
                    "ADDITION_EXPECTED",
                    answer.addition() == null
                            ? "ADD needs an agent to add: the id of a candidate that is not in the graph, or an addition"
                            : "%s takes no addition: leave it out".formatted(answer.decision()),
                    "addition");
        }
    }

    /** The agent that the answer is about; adds it for ADD. */
    private @Nullable String agentId(
            TransactionContext transaction, LedgerActivity activity, ReviewItem item, ReviewAnswer answer) {
        if (answer.decision() == ReviewDecision.ADD) {
            var addition = Objects.requireNonNull(addition(item, answer));
            // an earlier release may have proposed the candidate
            return add(
                    transaction, activity, answer.addition() == null ? states.corrected(addition) : addition, answer);
        }
        var agentId = answer.agentId();
        if (agentId != null
                && !transaction.run(AGENT.text(), Map.of("id", agentId)).hasNext()) {
            throw new ImportRejectedException(
                    "AGENT_UNKNOWN", "the graph has no agent with the id %s".formatted(agentId), "agent");
        }
        return agentId;
    }

    private String add(
            TransactionContext transaction, LedgerActivity activity, NewAgent addition, ReviewAnswer answer) {
        ledger.violations(transaction, addition).stream().findFirst().ifPresent(objection -> {
            throw new ImportRejectedException(
                    objection.code(),
                    objection.message()
                            + (objection.code().endsWith("_TAKEN")
                                    ? "; if that agent is meant, answer SAME with its id"
                                    : ""),
                    answer.addition() == null ? new String[] {"agent"} : new String[] {"addition", objection.field()});
        });
        ledger.addAgents(transaction, activity, List.of(addition));
        return addition.id();
    }

    private static @Nullable NewAgent addition(ReviewItem item, ReviewAnswer answer) {
        return answer.addition() != null || answer.agentId() == null
                ? answer.addition()
                : item.candidates().stream()
                        .map(AgentMatch.Candidate::addition)
                        .filter(addition -> addition != null && addition.id().equals(answer.agentId()))
                        .findFirst()
                        .orElse(null);
    }

    /**
     * Records what waited, each membership as part of the import that read it, so that it is undone together with that
     * import.
     */
    private Map<String, RecordedClaim> record(
            TransactionContext transaction, List<PendingMembership> rows, String agentId, String person) {
        var recorded = new TreeMap<String, RecordedClaim>();
        rows.stream()
                .collect(groupingBy(PendingMembership::runId, TreeMap::new, toList()))
                .forEach((runId, rowsOfRun) -> {
                    var by = new LedgerActivity(runId, LedgerActivity.Kind.IMPORT, person);
                    var changes = ledger.record(
                            transaction,
                            by,
                            rowsOfRun.stream().map(row -> row.claim(agentId)).toList());
                    for (var i = 0; i < rowsOfRun.size(); i++) {
                        recorded.put(rowsOfRun.get(i).id(), changes.get(i));
                    }
                });
        return recorded;
    }

    private static void settle(
            TransactionContext transaction,
            LockedItem locked,
            ReviewAnswer answer,
            @Nullable String agentId,
            LedgerActivity activity,
            Map<String, RecordedClaim> recorded) {
        var settled = new HashMap<String, @Nullable Object>();
        settled.put("state", state(answer, locked.item()).name());
        settled.put("decision", answer.decision().name());
        settled.put("agentId", identifiesAgent(answer) ? agentId : null);
        settled.put("candidates", ReviewItem.json(remainingCandidates(locked.item(), answer)));
        var rows = new ArrayList<Map<String, Object>>();
        recorded.forEach(
                (rowId, change) -> rows.add(Map.of("id", rowId, "state", "RECORDED", "claimId", change.claimId())));
        transaction
                .run(
                        SETTLE.text(),
                        Map.of(
                                "id",
                                locked.item().id(),
                                "settled",
                                settled,
                                "activity",
                                Map.of(
                                        "id",
                                        activity.id(),
                                        "kind",
                                        activity.kind().name(),
                                        "person",
                                        activity.person()),
                                "rows",
                                rows))
                .consume();
    }

    private static ReviewState state(ReviewAnswer answer, ReviewItem item) {
        return switch (answer.decision()) {
            case SAME, ADD, NONE_OF_THESE -> ReviewState.SETTLED;
            case UNSURE -> ReviewState.UNSURE;
            case NOT_SAME -> item.state();
        };
    }

    private static List<AgentMatch.Candidate> remainingCandidates(ReviewItem item, ReviewAnswer answer) {
        return answer.decision() == ReviewDecision.NOT_SAME
                ? item.candidates().stream()
                        .filter(candidate -> !String.valueOf(answer.agentId()).equals(candidate.agentId()))
                        .toList()
                : item.candidates();
    }

    private static boolean identifiesAgent(ReviewAnswer answer) {
        return answer.decision() == ReviewDecision.SAME || answer.decision() == ReviewDecision.ADD;
    }

    private static Verdict verdict(ReviewDecision decision) {
        return switch (decision) {
            case SAME, ADD -> Verdict.SAME;
            case NOT_SAME -> Verdict.NOT_SAME;
            case UNSURE -> Verdict.UNSURE;
            case NONE_OF_THESE -> Verdict.NONE_OF_THESE;
        };
    }
}
