package io.throughline.intake.reconcile;

import io.throughline.intake.matching.AgentMatch;
import io.throughline.intake.reconcile.ReconciliationCandidate.Feature;
import io.throughline.intake.reconcile.ReconciliationCandidate.NamedType;
import io.throughline.writing.ledger.NewAgent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the results of the matcher into candidates. Each reason the matcher gives is a feature, and so is the code with
 * which it leaves the decision to a person.
 *
 * @param agents the agents that the results name, by id; one that is missing has been removed meanwhile
 */
record CandidateFactory(Map<String, AgentSummary> agents) {

    /** Whether an import would take it without asking a person. */
    static final String ACCEPTED = "accepted";

    /** Whether it is in the graph, and thus has a Throughline id. */
    static final String IN_GRAPH = "in_graph";

    /** The ids of the agents that a result names. */
    static Stream<String> agentIds(AgentMatch match) {
        if (match instanceof AgentMatch.Known known) {
            return Stream.of(known.agentId());
        }
        return match instanceof AgentMatch.Waiting waiting
                ? waiting.candidates().stream()
                        .map(AgentMatch.Candidate::agentId)
                        .filter(Objects::nonNull)
                : Stream.of();
    }

    /** The candidates of a query, best first. */
    List<ReconciliationCandidate> of(AgentMatch match, ReconciliationQuery query) {
        var doubts = new ArrayList<String>();
        query.unread().forEach(property -> doubts.add("unread: " + property.id()));
        if (match instanceof AgentMatch.Waiting waiting) {
            doubts.add(0, waiting.code());
            return waiting.candidates().stream()
                    .flatMap(each ->
                            candidate(each.agentId(), each.addition(), each.score(), each.reason(), false, doubts)
                                    .stream())
                    .toList();
        }
        if (match.coordinateError() != null) {
            doubts.add(match.coordinateError().code());
        }
        var accepted = query.unread().isEmpty();
        if (match instanceof AgentMatch.Known known) {
            return candidate(known.agentId(), null, known.score(), known.reason(), accepted, doubts).stream()
                    .toList();
        }
        var unseen = (AgentMatch.Unseen) match;
        return candidate(null, unseen.agent(), unseen.score(), unseen.reason(), accepted, doubts).stream()
                .toList();
    }

    /** The agent whose id a person typed instead of a name; never taken without a person, since ids look like names. */
    Optional<ReconciliationCandidate> byId(String id) {
        return candidate(id, null, 1, "by its id", false, List.of());
    }

    private Optional<ReconciliationCandidate> candidate(
            @Nullable String agentId,
            @Nullable NewAgent addition,
            double score,
            String reason,
            boolean accepted,
            List<String> doubts) {
        return summary(agentId, addition).map(agent -> {
            var features = Stream.of(
                            Stream.of(new Feature(ACCEPTED, accepted), new Feature(IN_GRAPH, agentId != null)),
                            Arrays.stream(reason.split("[,;] ")).map(each -> new Feature(each.strip(), true)),
                            doubts.stream().map(each -> new Feature(each, true)))
                    .flatMap(each -> each)
                    .distinct()
                    .toList();
            return new ReconciliationCandidate(
                    agent.id(),
                    agent.name(),
                    "%s (%s%s)"
                            .formatted(agent.description(), reason, agentId == null ? "; not in Throughline yet" : ""),
                    List.of(new NamedType(agent.type().id(), agent.type().id())),
                    Math.round(score * 1_000) / 10.0,
                    accepted && agentId != null,
                    features);
        });
    }

    private Optional<AgentSummary> summary(@Nullable String agentId, @Nullable NewAgent addition) {
        if (agentId != null) {
            return Optional.ofNullable(agents.get(agentId));
        }
        return Optional.ofNullable(addition)
                .flatMap(place ->
                        Optional.ofNullable(GazetteerId.of(place)).map(id -> AgentSummary.of(id.text(), place)));
    }
}
