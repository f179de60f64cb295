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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Repository;

/** Stores what people decided about listed agents, so that no question is asked twice. Nothing is ever overwritten. */
@Repository
public class DecisionStore {

    private static final CypherStatement DECISIONS = CypherStatement.in("matching/decisions.cypher");

    private final GraphReader graph;
    private final DecisionRepository decisions;
    private final Gazetteer gazetteer;

    DecisionStore(GraphReader graph, DecisionRepository decisions, Gazetteer gazetteer) {
        this.graph = graph;
        this.decisions = decisions;
        this.gazetteer = gazetteer;
    }

    /** Remembers a decision that applies to every source, within a transaction of {@code GraphWriter}. */
    public void remember(ListedAgent listed, @Nullable String agentId, Verdict verdict, LedgerActivity by) {
        remember(listed, agentId, verdict, null, by);
    }

    /**
     * Remembers a decision, within a transaction of {@code GraphWriter}. It replaces earlier decisions about the same
     * entry, except that several NOT_SAME decisions, each about another agent, apply together.
     *
     * @param agentId the agent it is or is not; null for the other verdicts
     * @param sourceId the only source it applies to; null for all
     * @throws IllegalArgumentException if the verdict needs an agent and none is given, or the reverse
     */
    public void remember(
            ListedAgent listed,
            @Nullable String agentId,
            Verdict verdict,
            @Nullable String sourceId,
            LedgerActivity by) {
        var needsAgent = verdict == Verdict.SAME || verdict == Verdict.NOT_SAME;
        if (needsAgent != (agentId != null)) {
            throw new IllegalArgumentException(
                    needsAgent ? verdict + " needs an agent id" : verdict + " takes no agent id");
        }
        var decision = StoredDecision.of(key(listed), verdict, agentId, sourceId, listed.name(), by);
        for (var earlier : decisions.findByKeyAndSupersededByIdIsNull(decision.key())) {
            if (earlier.isReplacedBy(decision)) {
                decisions.save(earlier.supersededBy(decision));
            }
        }
        decisions.save(decision);
    }

    /** All decisions ever made about an entry, the latest first. */
    public List<MatchDecision> history(ListedAgent listed) {
        return graph.list(DECISIONS, Map.of("keys", List.of(key(listed)), "superseded", true), DecisionStore::of);
    }

    /** The decisions in force, by key, the latest first. */
    Map<String, List<MatchDecision>> inForce(Collection<String> keys) {
        return graph
                .list(
                        DECISIONS,
                        Map.of("keys", keys.stream().distinct().toList(), "superseded", false),
                        row -> Map.entry(row.get("key").asString(), of(row)))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /**
     * The key that two entries share if they mean the same: name, kind, country, state and identifiers, regardless of
     * spelling variants.
     */
    String key(ListedAgent listed) {
        var country = listed.country() == null ? null : gazetteer.countries().code(listed.country());
        var identifiers = new TreeMap<>(listed.identifiers())
                .entrySet().stream()
                        .map(identifier -> identifier.getKey() + "=" + identifier.getValue())
                        .collect(Collectors.joining(" "));
        var name = NameKey.of(listed.name()).plain();
        return String.join(
                "|",
                listed.kind().name(),
                name.isEmpty() ? listed.name() : name,
                country != null ? country : plain(listed.country()),
                plain(listed.state()),
                identifiers);
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
