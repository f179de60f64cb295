package io.throughline.intake.reconcile;

import io.throughline.intake.matching.AgentMatch;
import io.throughline.intake.reconcile.ReconciliationCandidate.Feature;
import io.throughline.intake.reconcile.ReconciliationCandidate.NamedType;
import io.throughline.writing.ledger.NewAgent;
import java.util.ArrayList;
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
record CandidateFactory(Map<String, AgentSummary> agents, PlaceNames names) {

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
        var accepted = query.unread().isEmpty();
        var doubts = new ArrayList<String>();
        match.notes().forEach(note -> doubts.add(note.code()));
        query.unread().forEach(property -> doubts.add("unread: " + property.id()));
        Stream<Optional<ReconciliationCandidate>> candidates;
        if (match instanceof AgentMatch.Known known) {
            candidates = Stream.of(inGraph(known.agentId(), known.score(), accepted, known.reason(), doubts));
        } else if (match instanceof AgentMatch.Unseen unseen) {
            candidates = Stream.of(notInGraph(unseen.agent(), unseen.score(), accepted, unseen.reason(), doubts));
        } else {
            var waiting = (AgentMatch.Waiting) match;
            doubts.add(waiting.code());
            doubts.add(waiting.reason());
            candidates = waiting.candidates().stream().map(each -> uncertain(each, doubts));
        }
        return candidates.flatMap(Optional::stream).toList();
    }

    /** The agent whose id a person typed instead of a name; never taken without a person, since ids look like names. */
    Optional<ReconciliationCandidate> byId(String id) {
        return inGraph(id, 1, false, "by its id", List.of());
    }

    private Optional<ReconciliationCandidate> uncertain(AgentMatch.Candidate candidate, List<String> doubts) {
        return candidate.agentId() != null
                ? inGraph(candidate.agentId(), candidate.score(), false, candidate.reason(), doubts)
                : notInGraph(candidate.addition(), candidate.score(), false, candidate.reason(), doubts);
    }

    private Optional<ReconciliationCandidate> inGraph(
            String id, double score, boolean accepted, String reason, List<String> doubts) {
        return Optional.ofNullable(agents.get(id))
                .map(agent -> candidate(agent, score, accepted, true, reason, doubts, ""));
    }

    private Optional<ReconciliationCandidate> notInGraph(
            @Nullable NewAgent place, double score, boolean accepted, String reason, List<String> doubts) {
        return Optional.ofNullable(place)
                .flatMap(each ->
                        Optional.ofNullable(GazetteerId.of(each)).map(id -> AgentSummary.of(id.text(), each, names)))
                .map(each -> candidate(each, score, accepted, false, reason, doubts, "; not in Throughline yet"));
    }

    private static ReconciliationCandidate candidate(
            AgentSummary agent,
            double score,
            boolean accepted,
            boolean inGraph,
            String reason,
            List<String> doubts,
            String note) {
        return new ReconciliationCandidate(
                agent.id(),
                agent.name(),
                "%s (%s%s)".formatted(agent.description(), reason, note),
                List.of(new NamedType(agent.type().id(), agent.type().id())),
                Math.round(score * 1_000) / 10.0,
                accepted && inGraph,
                Stream.concat(
                                Stream.of(new Feature(ACCEPTED, accepted), new Feature(IN_GRAPH, inGraph)),
                                Stream.concat(reasons(reason, accepted), doubts.stream())
                                        .map(each -> new Feature(each, true)))
                        .distinct()
                        .toList());
    }

    /** The reasons for a match one by one; what is said about an uncertain candidate belongs together. */
    private static Stream<String> reasons(String reason, boolean accepted) {
        return accepted ? Stream.of(reason.split(", ")) : Stream.of(reason);
    }
}
