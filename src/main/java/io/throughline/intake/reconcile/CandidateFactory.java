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

/**
 * Turns the results of the matcher into candidates. Each reason the matcher gives is a feature, and so is the code with
 * which it leaves the decision to a person.
 *
 * @param agents the agents that the results name, by id; one that is missing has since been removed
 */
record CandidateFactory(Map<String, AgentSummary> agents, PlaceNames names) {

    /** Whether an import would accept it without asking a person. */
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

    /**
     * What the matcher says about one candidate.
     *
     * @param score from 0 to 1
     * @param accepted whether an import would accept it without asking a person
     * @param reason for a person
     * @param remarks codes and further reasons
     */
    private record Verdict(double score, boolean accepted, String reason, List<String> remarks) {

        /** Each reason for a match is a feature of its own; the text about an uncertain candidate is kept whole. */
        private Stream<Feature> features(boolean inGraph) {
            var reasons = accepted ? Stream.of(reason.split(", ")) : Stream.of(reason);
            return Stream.concat(
                            Stream.of(new Feature(ACCEPTED, accepted), new Feature(IN_GRAPH, inGraph)),
                            Stream.concat(reasons, remarks.stream()).map(each -> new Feature(each, true)))
                    .distinct();
        }
    }

    /** The candidates of a query, best first. */
    List<ReconciliationCandidate> of(AgentMatch match, ReconciliationQuery query) {
        var remarks = new ArrayList<String>();
        match.notes().forEach(note -> remarks.add(note.code()));
        query.unread().forEach(property -> remarks.add("unread: " + property.id()));
        var complete = query.unread().isEmpty();
        Stream<Optional<ReconciliationCandidate>> candidates;
        if (match instanceof AgentMatch.Known known) {
            candidates = Stream.of(
                    inGraph(known.agentId(), new Verdict(known.score(), true, known.reason(), remarks), complete));
        } else if (match instanceof AgentMatch.Unseen unseen) {
            candidates =
                    Stream.of(notInGraph(unseen.agent(), new Verdict(unseen.score(), true, unseen.reason(), remarks)));
        } else {
            var waiting = (AgentMatch.Waiting) match;
            remarks.add(waiting.code());
            remarks.add(waiting.reason());
            candidates = waiting.candidates().stream()
                    .map(each -> uncertain(each, new Verdict(each.score(), false, each.reason(), remarks)));
        }
        return candidates.flatMap(Optional::stream).toList();
    }

    /** The agent whose id a person typed instead of a name; never matched without a person, since ids look like names. */
    Optional<ReconciliationCandidate> byId(String id) {
        return inGraph(id, new Verdict(1, false, "by its id", List.of()), false);
    }

    private Optional<ReconciliationCandidate> uncertain(AgentMatch.Candidate candidate, Verdict verdict) {
        return candidate.agentId() != null
                ? inGraph(candidate.agentId(), verdict, false)
                : Optional.ofNullable(candidate.addition()).flatMap(place -> notInGraph(place, verdict));
    }

    /**
     * A candidate with a Throughline id.
     *
     * @param complete whether everything that the query says was taken into account
     */
    private Optional<ReconciliationCandidate> inGraph(String id, Verdict verdict, boolean complete) {
        return Optional.ofNullable(agents.get(id))
                .map(agent -> candidate(agent, verdict, verdict.accepted && complete, true));
    }

    private Optional<ReconciliationCandidate> notInGraph(NewAgent place, Verdict verdict) {
        return Optional.ofNullable(GazetteerId.of(place))
                .map(id -> candidate(AgentSummary.of(id.text(), place, names), verdict, false, false));
    }

    private static ReconciliationCandidate candidate(
            AgentSummary agent, Verdict verdict, boolean match, boolean inGraph) {
        return new ReconciliationCandidate(
                agent.id(),
                agent.name(),
                "%s (%s%s)".formatted(agent.description(), verdict.reason, inGraph ? "" : "; not in Throughline yet"),
                List.of(new NamedType(agent.type().id(), agent.type().id())),
                Math.round(verdict.score * 1_000) / 10.0,
                match,
                verdict.features(inGraph).toList());
    }
}
