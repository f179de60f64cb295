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

/** Settles questions of the review queue: the decision, what waited for it, and the question change together or not. */
@Component
public class ReviewSettler {

    private static final CypherStatement AGENT = CypherStatement.in("ingest/agent-by-id.cypher");
    private static final CypherStatement TAKE = CypherStatement.in("ingest/take-review-item.cypher");
    private static final CypherStatement OPEN = CypherStatement.in("ingest/open-review-items.cypher");
    private static final CypherStatement SETTLE = CypherStatement.in("ingest/settle-review-item.cypher");

    private final GraphReader reader;
    private final GraphWriter graph;
    private final Ledger ledger;
    private final DecisionStore decisions;

    ReviewSettler(GraphReader reader, GraphWriter graph, Ledger ledger, DecisionStore decisions) {
        this.reader = reader;
        this.graph = graph;
        this.ledger = ledger;
        this.decisions = decisions;
    }

    /**
     * An answer.
     *
     * @param agentId of the graph; null unless it is SAME or NOT_SAME
     * @param addition who is to be added; null unless it is ADD
     */
    public record Answer(
            String itemId,
            ReviewDecision decision,
            @Nullable String agentId,
            @Nullable NewAgent addition) {}

    /**
     * What came of it.
     *
     * @param recorded what became of the memberships that waited, if they were recorded
     */
    public record Settled(ReviewItem item, List<RecordedClaim> recorded) {}

    /** A question that waits for a person, and how many memberships wait for the answer. */
    public record Question(ReviewItem item, int waiting) {}

    private record Taken(ReviewItem item, List<PendingMembership> rows) {}

    /** Some of the questions that wait for a person, behind one of them; from the first on behind "". */
    public List<Question> open(String afterId, int limit) {
        return reader.list(
                OPEN,
                Map.of("after", afterId, "limit", limit),
                row -> new Question(
                        ReviewItem.of(row.get("item").asNode()),
                        row.get("waiting").asInt()));
    }

    /**
     * Settles a question.
     *
     * @throws ImportRejectedException if it cannot be settled like this; nothing was done then
     */
    public Settled resolve(Answer answer, String person) {
        var activity = new LedgerActivity("review-" + UUID.randomUUID(), LedgerActivity.Kind.EDIT, person);
        return graph.write(transaction -> {
            var taken = take(transaction, answer.itemId());
            check(taken.item(), answer);
            var agentId = agentId(transaction, activity, taken.item(), answer);
            remember(transaction, taken.item(), answer, agentId, activity);
            var recorded = isSame(answer) && agentId != null
                    ? record(transaction, taken.rows(), agentId, person)
                    : Map.<String, RecordedClaim>of();
            settle(transaction, taken, answer, agentId, activity, recorded);
            return new Settled(take(transaction, answer.itemId()).item(), List.copyOf(recorded.values()));
        });
    }

    /** What has a country means the same in every list; without one only this list's readers know where it lies. */
    private void remember(
            TransactionContext transaction,
            ReviewItem item,
            Answer answer,
            @Nullable String agentId,
            LedgerActivity activity) {
        var written = item.written();
        decisions.remember(
                transaction,
                written,
                agentId,
                verdict(answer.decision()),
                written.country() == null ? item.sourceId() : null,
                activity);
    }

    private static Taken take(TransactionContext transaction, String itemId) {
        return transaction.run(TAKE.text(), Map.of("id", itemId)).stream()
                .findFirst()
                .map(row -> new Taken(
                        ReviewItem.of(row.get("item").asNode()),
                        row.get("rows").asList(node -> PendingMembership.of(node.asNode()))))
                .orElseThrow(() -> new ImportRejectedException(
                        "ITEM_UNKNOWN", "The review queue has no question %s".formatted(itemId), "item"));
    }

    private static void check(ReviewItem item, Answer answer) {
        if (item.state() == ReviewState.SETTLED || item.state() == ReviewState.GONE) {
            throw new ImportRejectedException(
                    "ALREADY_SETTLED",
                    item.state() == ReviewState.GONE
                            ? "Nothing waits for this question any more"
                            : "%s has settled this question as %s%s"
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
                            ? "%s needs the id of the agent it is about".formatted(answer.decision())
                            : "%s is about no agent: leave it out".formatted(answer.decision()),
                    "agent");
        }
        if ((answer.decision() == ReviewDecision.ADD) != (addition(item, answer) != null)) {
            throw new ImportRejectedException(
                    "ADDITION_EXPECTED",
                    answer.addition() == null
                            ? "ADD needs who is to be added: the id of a candidate that is not in the graph, or an addition"
                            : "%s adds nobody: leave out the addition".formatted(answer.decision()),
                    "addition");
        }
    }

    /** Whom the answer is about; added, where that is to be. */
    private @Nullable String agentId(
            TransactionContext transaction, LedgerActivity activity, ReviewItem item, Answer answer) {
        if (answer.decision() == ReviewDecision.ADD) {
            return add(transaction, activity, Objects.requireNonNull(addition(item, answer)), answer);
        }
        var agentId = answer.agentId();
        if (agentId != null
                && !transaction.run(AGENT.text(), Map.of("id", agentId)).hasNext()) {
            throw new ImportRejectedException("AGENT_UNKNOWN", "The graph has no agent %s".formatted(agentId), "agent");
        }
        return agentId;
    }

    private String add(TransactionContext transaction, LedgerActivity activity, NewAgent addition, Answer answer) {
        ledger.violations(transaction, addition).stream().findFirst().ifPresent(objection -> {
            throw new ImportRejectedException(
                    objection.code(),
                    objection.message()
                            + (objection.code().endsWith("_TAKEN")
                                    ? "; if that is who is meant, the answer is SAME with that id"
                                    : ""),
                    answer.addition() == null ? new String[] {"agent"} : new String[] {"addition", objection.field()});
        });
        ledger.addAgents(transaction, activity, List.of(addition));
        return addition.id();
    }

    private static @Nullable NewAgent addition(ReviewItem item, Answer answer) {
        return answer.addition() != null || answer.agentId() == null
                ? answer.addition()
                : item.candidates().stream()
                        .map(AgentMatch.Candidate::addition)
                        .filter(addition -> addition != null && addition.id().equals(answer.agentId()))
                        .findFirst()
                        .orElse(null);
    }

    /** Records what waited, each as part of the import that found it, so that it is undone with that. */
    private Map<String, RecordedClaim> record(
            TransactionContext transaction, List<PendingMembership> rows, String agentId, String person) {
        var recorded = new TreeMap<String, RecordedClaim>();
        rows.stream()
                .collect(groupingBy(PendingMembership::runId, TreeMap::new, toList()))
                .forEach((runId, own) -> {
                    var by = new LedgerActivity(runId, LedgerActivity.Kind.IMPORT, person);
                    var changes = ledger.record(
                            transaction,
                            by,
                            own.stream().map(row -> row.claim(agentId)).toList());
                    for (var i = 0; i < own.size(); i++) {
                        recorded.put(own.get(i).id(), changes.get(i));
                    }
                });
        return recorded;
    }

    private static void settle(
            TransactionContext transaction,
            Taken taken,
            Answer answer,
            @Nullable String agentId,
            LedgerActivity activity,
            Map<String, RecordedClaim> recorded) {
        var settled = new HashMap<String, @Nullable Object>();
        settled.put("state", state(answer, taken.item()).name());
        settled.put("decision", answer.decision().name());
        settled.put("agentId", isSame(answer) ? agentId : null);
        settled.put("candidates", ReviewItem.json(left(taken.item(), answer)));
        var rows = new ArrayList<Map<String, Object>>();
        recorded.forEach(
                (rowId, change) -> rows.add(Map.of("id", rowId, "state", "RECORDED", "claimId", change.claimId())));
        transaction
                .run(
                        SETTLE.text(),
                        Map.of(
                                "id",
                                taken.item().id(),
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

    private static ReviewState state(Answer answer, ReviewItem item) {
        return switch (answer.decision()) {
            case SAME, ADD, NONE_OF_THESE -> ReviewState.SETTLED;
            case UNSURE -> ReviewState.UNSURE;
            case NOT_SAME -> item.state();
        };
    }

    private static List<AgentMatch.Candidate> left(ReviewItem item, Answer answer) {
        return answer.decision() == ReviewDecision.NOT_SAME
                ? item.candidates().stream()
                        .filter(candidate -> !String.valueOf(answer.agentId()).equals(candidate.agentId()))
                        .toList()
                : item.candidates();
    }

    private static boolean isSame(Answer answer) {
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
