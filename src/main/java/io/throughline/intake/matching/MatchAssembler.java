package io.throughline.intake.matching;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import io.throughline.intake.matching.AgentMatch.Alternative;
import io.throughline.intake.matching.AgentMatch.Candidate;
import io.throughline.intake.matching.AgentMatch.MatchBasis;
import io.throughline.intake.matching.MatchFinding.FoundCandidate;
import io.throughline.model.search.KnownAgent;
import io.throughline.model.search.KnownAgent.AgentIdentifier;
import io.throughline.model.search.PlaceIdentity;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns findings into results: an agent in the graph, one to add, or candidates for a person to choose from. */
final class MatchAssembler {

    /** How many alternatives are given with an agent that was found. */
    static final int ALTERNATIVES = 5;

    private final Map<String, KnownAgent> byGeonames = new HashMap<>();
    private final Collection<KnownAgent> agents;
    private final CandidatePool pool;
    private final AgentProposals proposals;
    private final Map<String, Set<AgentIdentifier>> inUse;

    /**
     * Creates an assembler from what was read from the graph.
     *
     * @param pool the candidates with the names of the places that were found
     * @param agents the agents with these names or with the identifiers of these places
     * @param inUse the ids in use among those that proposals could have, each with the identifiers of the node that has
     *     it
     */
    MatchAssembler(
            CandidatePool pool,
            Collection<KnownAgent> agents,
            AgentProposals proposals,
            Map<String, Set<AgentIdentifier>> inUse) {
        this.pool = pool;
        this.agents = agents;
        this.proposals = proposals;
        this.inUse = inUse;
        for (var agent : agents) {
            agent.identifiers().stream()
                    .filter(identifier -> identifier.scheme().equals("geonames"))
                    .forEach(identifier -> byGeonames.put(identifier.value(), agent));
        }
    }

    AgentMatch match(MatchFinding finding, MatchQuery query) {
        if (finding instanceof FoundCandidate found) {
            var agent = inGraph(found.candidate());
            var place = description(found.candidate(), query);
            return agent != null
                    ? new AgentMatch.Known(agent.id(), agent.name(), place, basis(found, query))
                    : new AgentMatch.Unseen(proposals.propose(found.candidate(), inUse), place, basis(found, query));
        }
        var unclear = (MatchFinding.UnclearCandidates) finding;
        return new AgentMatch.Waiting(
                unclear.code(),
                unclear.reason(),
                distinct(unclear.candidates(), query).stream()
                        .sorted(comparing(Candidate::score).reversed())
                        .toList(),
                query.notes());
    }

    private MatchBasis basis(FoundCandidate found, MatchQuery query) {
        return new MatchBasis(
                found.step(),
                found.score(),
                found.reason(),
                found.alternatives().stream()
                        .limit(ALTERNATIVES)
                        .map(candidate -> alternative(candidate, query))
                        .toList(),
                found.alternatives().size(),
                Stream.of(
                                query.notes().stream(),
                                Stream.ofNullable(CoordinateError.of(found.candidate(), query)),
                                Stream.ofNullable(otherSize(found.candidate(), query)))
                        .flatMap(notes -> notes)
                        .toList());
    }

    private static @Nullable MatchNote otherSize(CandidatePlace candidate, MatchQuery query) {
        return new MatchEvidence(query).isOfOtherSize(candidate)
                ? new MatchNote(
                        "POPULATION_DIFFERS",
                        "the list's population, %,d, is far from the %,d known"
                                .formatted(query.listed().population(), candidate.population()))
                : null;
    }

    private Alternative alternative(CandidatePlace candidate, MatchQuery query) {
        var agent = inGraph(candidate);
        return new Alternative(agent == null ? null : agent.id(), candidate.name(), description(candidate, query));
    }

    /** Each candidate once, with its best score: it can have been found by several of its names. Largest first. */
    private List<Candidate> distinct(List<CandidatePlace> places, MatchQuery query) {
        var best = new LinkedHashMap<String, Candidate>();
        places.stream()
                .sorted(comparing(CandidatePlace::population, nullsLast(reverseOrder())))
                .map(place -> candidate(place, query))
                .forEach(candidate -> best.merge(
                        candidate.addition() == null
                                ? String.valueOf(candidate.agentId())
                                : candidate.addition().id(),
                        candidate,
                        (one, other) -> one.score() >= other.score() ? one : other));
        return List.copyOf(best.values());
    }

    private @Nullable KnownAgent inGraph(CandidatePlace candidate) {
        if (candidate.agent() != null) {
            return candidate.agent();
        }
        var place = candidate.place();
        if (place != null) {
            var withSameNumber = byGeonames.get(String.valueOf(place.geonames()));
            return withSameNumber != null ? withSameNumber : pool.sameAs(place);
        }
        var region = candidate.region();
        return region == null
                ? null
                : agents.stream()
                        .filter(agent -> PlaceIdentity.isSame(agent, region))
                        .findFirst()
                        .orElse(null);
    }

    private Candidate candidate(CandidatePlace candidate, MatchQuery query) {
        var agent = inGraph(candidate);
        var score = (candidate.own() ? 0.8 : 0.7) * (CandidatePool.isIn(candidate, query.country()) ? 1 : 0.5);
        var reason = description(candidate, query);
        return agent != null
                ? new Candidate(agent.id(), null, agent.name(), score, reason)
                : new Candidate(null, proposals.propose(candidate, inUse), candidate.name(), score, reason);
    }

    private String description(CandidatePlace candidate, MatchQuery query) {
        var place = candidate.place();
        var where = Stream.of(
                        place == null ? null : place.district(),
                        place == null ? pool.regionName(candidate.state()) : place.stateName(),
                        candidate.country())
                .filter(part -> part != null)
                .distinct()
                .toList();
        var distance = query.point() == null ? null : candidate.distance(query.point());
        return String.join(", ", where)
                + (candidate.population() == null ? "" : "; population %,d".formatted(candidate.population()))
                + (distance == null ? "" : "; %.0f km from the list's point".formatted(distance));
    }
}
