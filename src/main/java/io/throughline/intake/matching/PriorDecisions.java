package io.throughline.intake.matching;

import static java.util.stream.Collectors.toSet;

import io.throughline.intake.matching.MatchDecision.Verdict;
import io.throughline.intake.matching.MatchFinding.FoundCandidate;
import io.throughline.intake.matching.MatchFinding.UnclearCandidates;
import io.throughline.model.search.KnownAgent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The decisions about one listed agent, applied before and after it is looked for. */
final class PriorDecisions {

    private final List<MatchDecision> decisions;
    private final Map<String, KnownAgent> agents;

    /**
     * Creates the decisions that apply.
     *
     * @param decisions the decisions in force, the latest first
     * @param agents the agents they are about that are still in the graph
     */
    PriorDecisions(List<MatchDecision> decisions, Map<String, KnownAgent> agents) {
        this.decisions = decisions;
        this.agents = agents;
    }

    /** The decisions for this source if there are any, otherwise those for all sources. */
    static List<MatchDecision> applicable(List<MatchDecision> all, @Nullable String sourceId) {
        var own = all.stream()
                .filter(decision -> sourceId != null && sourceId.equals(decision.sourceId()))
                .toList();
        return own.isEmpty()
                ? all.stream().filter(decision -> decision.sourceId() == null).toList()
                : own;
    }

    /** What was decided; otherwise what the search finds among the agents that were not ruled out. */
    MatchFinding orElse(Supplier<MatchFinding> search) {
        for (var decision : decisions) {
            var agent = decision.agentId() == null ? null : agents.get(decision.agentId());
            if (decision.verdict() == Verdict.SAME && agent != null) {
                return new FoundCandidate(
                        new CandidatePlace(agent, null, null, true),
                        MatchStep.DECISION,
                        1,
                        "decided by %s".formatted(decision.recordedBy()),
                        List.of());
            }
        }
        var found = search.get();
        return decisions.stream()
                .map(MatchDecision::verdict)
                .filter(verdict -> verdict == Verdict.UNSURE || verdict == Verdict.NONE_OF_THESE)
                .findFirst()
                .<MatchFinding>map(verdict -> verdict == Verdict.UNSURE
                        ? new UnclearCandidates(
                                "DECIDED_UNSURE", "a person found that it cannot be decided", found.candidates())
                        : new UnclearCandidates(
                                "DECIDED_NONE", "a person decided that none of these is meant", found.candidates()))
                .orElse(found);
    }

    /** Whether it was decided that it is not this candidate. */
    boolean isRuledOut(CandidatePlace candidate) {
        var ruledOut = ruledOut();
        var known = candidate.agent();
        var place = candidate.place();
        return known != null && ruledOut.contains(known.id())
                || place != null
                        && ruledOut.stream()
                                .map(agents::get)
                                .anyMatch(agent ->
                                        agent != null && agent.is("geonames", String.valueOf(place.geonames())));
    }

    private Set<String> ruledOut() {
        return decisions.stream()
                .filter(decision -> decision.verdict() == Verdict.NOT_SAME && decision.agentId() != null)
                .map(decision -> String.valueOf(decision.agentId()))
                .collect(toSet());
    }
}
