package io.throughline.matching;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import io.throughline.matching.Finding.Found;
import io.throughline.matching.KnownAgent.Register;
import io.throughline.matching.Match.Candidate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns findings into answers: an agent of the graph, one to be added, or candidates for a person. */
final class Answers {

    /** The most candidates for one written agent. */
    private static final int MOST = 10;

    private final Map<String, KnownAgent> byGeonames = new HashMap<>();
    private final Collection<KnownAgent> agents;
    private final Options options;
    private final NewAgents additions;
    private final Map<String, Set<Register>> inUse;

    /**
     * What the graph says.
     *
     * @param options what the names of the places found mean in it
     * @param agents its agents that bear these names or the numbers of these places
     * @param inUse what has the ids that additions could have, by its numbers in registers
     */
    Answers(Options options, Collection<KnownAgent> agents, NewAgents additions, Map<String, Set<Register>> inUse) {
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

    Match match(Finding finding, Asked asked) {
        if (finding instanceof Found found) {
            var agent = inGraph(found.option());
            var misplaced = Misplaced.of(found.option(), asked);
            return agent != null
                    ? new Match.Known(agent.id(), found.score(), found.reason(), misplaced)
                    : new Match.Unseen(additions.of(found.option(), inUse), found.score(), found.reason(), misplaced);
        }
        var unclear = (Finding.Unclear) finding;
        return new Match.Waiting(
                unclear.code(),
                unclear.reason(),
                unclear.options().stream()
                        .sorted(comparing(Option::population, nullsLast(reverseOrder())))
                        .limit(MOST)
                        .map(option -> candidate(option, asked))
                        .sorted(comparing(Candidate::score).reversed())
                        .toList());
    }

    private @Nullable KnownAgent inGraph(Option option) {
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
                        .filter(agent -> Options.isSame(agent, region))
                        .findFirst()
                        .orElse(null);
    }

    private Candidate candidate(Option option, Asked asked) {
        var agent = inGraph(option);
        var score = (option.own() ? 0.8 : 0.7) * (Options.isIn(option, asked.country()) ? 1 : 0.5);
        var reason = described(option, asked);
        return agent != null
                ? new Candidate(agent.id(), null, agent.name(), score, reason)
                : new Candidate(null, additions.of(option, inUse), option.name(), score, reason);
    }

    private static String described(Option option, Asked asked) {
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
