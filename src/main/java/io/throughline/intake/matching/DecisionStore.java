package io.throughline.intake.matching;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.intake.matching.MatchDecision.Verdict;
import io.throughline.reference.gazetteer.Gazetteer;
import io.throughline.reference.name.NameKey;
import io.throughline.writing.ledger.LedgerActivity;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.springframework.stereotype.Repository;

/** What people decided about agents as lists write them, so that nobody is asked twice. Nothing is ever overwritten. */
@Repository
public class DecisionStore {

    private static final CypherStatement DECISIONS = CypherStatement.in("matching/decisions.cypher");
    private static final CypherStatement REMEMBER = CypherStatement.in("matching/remember-decision.cypher");

    private final GraphReader graph;
    private final Gazetteer gazetteer;

    DecisionStore(GraphReader graph, Gazetteer gazetteer) {
        this.graph = graph;
        this.gazetteer = gazetteer;
    }

    /** Remembers a decision for every source. */
    public void remember(
            TransactionContext transaction,
            ListedAgent written,
            @Nullable String agentId,
            Verdict verdict,
            LedgerActivity by) {
        remember(transaction, written, agentId, verdict, null, by);
    }

    /**
     * Remembers a decision. It takes the place of earlier ones about the same writing; several agents that it is not
     * stand beside one another.
     *
     * @param agentId the agent it is or is not; null for the other verdicts
     * @param sourceId the only source for which it holds; null for all
     * @throws IllegalArgumentException if the verdict needs an agent and there is none, or the reverse
     */
    public void remember(
            TransactionContext transaction,
            ListedAgent written,
            @Nullable String agentId,
            Verdict verdict,
            @Nullable String sourceId,
            LedgerActivity by) {
        var needsAgent = verdict == Verdict.SAME || verdict == Verdict.NOT_SAME;
        if (needsAgent != (agentId != null)) {
            throw new IllegalArgumentException(
                    needsAgent ? verdict + " needs the agent it is about" : verdict + " is about no agent");
        }
        var decision = new HashMap<String, @Nullable Object>();
        decision.put("id", "decision-" + UUID.randomUUID());
        decision.put("key", key(written));
        decision.put("verdict", verdict.name());
        decision.put("agentId", agentId);
        decision.put("sourceId", sourceId);
        decision.put("name", written.name());
        decision.put("activityId", by.id());
        decision.put("recordedBy", by.person());
        decision.put("origin", by.kind() == LedgerActivity.Kind.IMPORT ? "import" : "curated");
        transaction.run(REMEMBER.text(), Map.of("decision", decision)).consume();
    }

    /** All that was ever decided about a writing, the latest first. */
    public List<MatchDecision> history(ListedAgent written) {
        return graph.list(DECISIONS, Map.of("keys", List.of(key(written)), "superseded", true), DecisionStore::of);
    }

    /** The decisions that hold, by key, the latest first. */
    Map<String, List<MatchDecision>> holding(Collection<String> keys) {
        return graph
                .list(
                        DECISIONS,
                        Map.of("keys", keys.stream().distinct().toList(), "superseded", false),
                        row -> Map.entry(row.get("key").asString(), of(row)))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** What two writings have in common that mean the same: name, kind, country, state and numbers, however spelled. */
    String key(ListedAgent written) {
        var country = written.country() == null ? null : gazetteer.countries().code(written.country());
        var numbers = new TreeMap<>(written.identifiers())
                .entrySet().stream()
                        .map(number -> number.getKey() + "=" + number.getValue())
                        .collect(Collectors.joining(" "));
        var name = NameKey.of(written.name()).plain();
        return String.join(
                "|",
                written.kind().name(),
                name.isEmpty() ? written.name() : name,
                country != null ? country : plain(written.country()),
                plain(written.state()),
                numbers);
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : NameKey.of(text).plain();
    }

    private static MatchDecision of(Record row) {
        return new MatchDecision(
                row.get("id").asString(),
                Verdict.valueOf(row.get("verdict").asString()),
                row.get("agentId").asString(null),
                row.get("sourceId").asString(null),
                row.get("recordedBy").asString(),
                row.get("recordedAt").asZonedDateTime(),
                row.get("supersededById").asString(null));
    }
}
