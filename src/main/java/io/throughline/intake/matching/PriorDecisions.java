package io.throughline.intake.matching;

import static java.util.stream.Collectors.toSet;

import io.throughline.intake.matching.MatchDecision.Verdict;
import io.throughline.intake.matching.MatchFinding.Found;
import io.throughline.intake.matching.MatchFinding.Unclear;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is decided about one written agent, applied before and after it is looked for. */
final class PriorDecisions {

    private final List<MatchDecision> decisions;
    private final Map<String, KnownAgent> agents;

    /**
     * What holds.
     *
     * @param decisions those for this source and those for all, the latest first
     * @param agents those they are about that are still in the graph
     */
    PriorDecisions(List<MatchDecision> decisions, Map<String, KnownAgent> agents) {
        this.decisions = decisions;
        this.agents = agents;
    }

    /** The decisions for a source before those for all. */
    static List<MatchDecision> inForce(List<MatchDecision> all, @Nullable String sourceId) {
        var own = all.stream()
                .filter(decision -> sourceId != null && sourceId.equals(decision.sourceId()))
                .toList();
        return own.isEmpty()
                ? all.stream().filter(decision -> decision.sourceId() == null).toList()
                : own;
    }

    /** What was decided; else what the search finds among what it was not decided not to be. */
    MatchFinding or(Supplier<MatchFinding> search) {
        for (var decision : decisions) {
            var agent = decision.agentId() == null ? null : agents.get(decision.agentId());
            if (decision.verdict() == Verdict.SAME && agent != null) {
                return new Found(
                        new CandidatePlace(agent, null, null, true),
                        1,
                        "%s decided so".formatted(decision.recordedBy()));
            }
        }
        var found = search.get();
        return decisions.stream()
                .map(MatchDecision::verdict)
                .filter(verdict -> verdict == Verdict.UNSURE || verdict == Verdict.NONE_OF_THESE)
                .findFirst()
                .<MatchFinding>map(verdict -> verdict == Verdict.UNSURE
                        ? new Unclear("DECIDED_UNSURE", "it was decided that it cannot be said", found.options())
                        : new Unclear("DECIDED_NONE", "it was decided to be none of these", found.options()))
                .orElse(found);
    }

    /** Whether it was decided not to be this. */
    boolean isRuledOut(CandidatePlace option) {
        var ruledOut = ruledOut();
        var known = option.agent();
        var place = option.place();
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
