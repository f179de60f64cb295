package io.throughline.intake.matching;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import io.throughline.intake.matching.AgentMatch.Candidate;
import io.throughline.intake.matching.KnownAgent.Register;
import io.throughline.intake.matching.MatchFinding.Found;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns findings into answers: an agent of the graph, one to be added, or candidates for a person. */
final class MatchAssembler {

    /** The most candidates for one written agent. */
    private static final int MOST = 10;

    private final Map<String, KnownAgent> byGeonames = new HashMap<>();
    private final Collection<KnownAgent> agents;
    private final CandidatePool options;
    private final AgentProposals additions;
    private final Map<String, Set<Register>> inUse;

    /**
     * What the graph says.
     *
     * @param options what the names of the places found mean in it
     * @param agents its agents that bear these names or the numbers of these places
     * @param inUse what has the ids that additions could have, by its numbers in registers
     */
    MatchAssembler(
            CandidatePool options,
            Collection<KnownAgent> agents,
            AgentProposals additions,
            Map<String, Set<Register>> inUse) {
        this.options = options;
        this.agents = agents;
        this.additions = additions;
        this.inUse = inUse;
        for (var agent : agents) {
            agent.identifiers().stream()
                    .filter(number -> number.scheme().equals("geonames"))
                    .forEach(number -> byGeonames.put(number.value(), agent));
        }
    }

    AgentMatch match(MatchFinding finding, MatchQuery asked) {
        if (finding instanceof Found found) {
            var agent = inGraph(found.option());
            var misplaced = CoordinateError.of(found.option(), asked);
            return agent != null
                    ? new AgentMatch.Known(agent.id(), found.score(), found.reason(), misplaced)
                    : new AgentMatch.Unseen(
                            additions.of(found.option(), inUse), found.score(), found.reason(), misplaced);
        }
        var unclear = (MatchFinding.Unclear) finding;
        return new AgentMatch.Waiting(
                unclear.code(),
                unclear.reason(),
                unclear.options().stream()
                        .sorted(comparing(CandidatePlace::population, nullsLast(reverseOrder())))
                        .limit(MOST)
                        .map(option -> candidate(option, asked))
                        .sorted(comparing(Candidate::score).reversed())
                        .toList());
    }

    private @Nullable KnownAgent inGraph(CandidatePlace option) {
        if (option.agent() != null) {
            return option.agent();
        }
        var place = option.place();
        if (place != null) {
            var numbered = byGeonames.get(String.valueOf(place.geonames()));
            return numbered != null ? numbered : options.sameAs(place);
        }
        var region = option.region();
        return region == null
                ? null
                : agents.stream()
                        .filter(agent -> CandidatePool.isSame(agent, region))
                        .findFirst()
                        .orElse(null);
    }

    private Candidate candidate(CandidatePlace option, MatchQuery asked) {
        var agent = inGraph(option);
        var score = (option.own() ? 0.8 : 0.7) * (CandidatePool.isIn(option, asked.country()) ? 1 : 0.5);
        var reason = described(option, asked);
        return agent != null
                ? new Candidate(agent.id(), null, agent.name(), score, reason)
                : new Candidate(null, additions.of(option, inUse), option.name(), score, reason);
    }

    private static String described(CandidatePlace option, MatchQuery asked) {
        var place = option.place();
        var where = Stream.of(
                        place == null ? null : place.district(),
                        place == null ? option.state() : place.stateName(),
                        option.country())
                .filter(part -> part != null)
                .distinct()
                .toList();
        var distance = asked.point() == null ? null : option.distance(asked.point());
        return String.join(", ", where)
                + (option.population() == null ? "" : "; %,d inhabitants".formatted(option.population()))
                + (distance == null ? "" : "; %.0f km from the list's point".formatted(distance));
    }
}
