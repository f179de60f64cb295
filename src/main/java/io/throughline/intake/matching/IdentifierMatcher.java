package io.throughline.intake.matching;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.throughline.model.search.KnownAgent;
import io.throughline.model.search.KnownAgent.AgentIdentifier;
import io.throughline.reference.gazetteer.Gazetteer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds agents by the identifiers that a list gives; these take precedence over names. */
final class IdentifierMatcher {

    private final Gazetteer gazetteer;
    private final Map<String, KnownAgent> agents;
    private final Map<AgentIdentifier, List<KnownAgent>> agentsByIdentifier;

    IdentifierMatcher(Gazetteer gazetteer, Map<String, KnownAgent> agents) {
        this.gazetteer = gazetteer;
        this.agents = agents;
        this.agentsByIdentifier = agents.values().stream()
                .flatMap(agent -> agent.identifiers().stream().map(identifier -> Map.entry(identifier, agent)))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** The finding by identifiers; null when the list gives none, or none that is known. */
    @Nullable MatchFinding find(ListedAgent listed) {
        if (listed.identifiers().isEmpty()) {
            return null;
        }
        var own = listed.identifiers().get("own");
        var found = Stream.concat(
                        Stream.ofNullable(own == null ? null : agents.get(own)),
                        listed.identifiers().entrySet().stream()
                                .map(identifier -> new AgentIdentifier(identifier.getKey(), identifier.getValue()))
                                .flatMap(identifier -> agentsByIdentifier.getOrDefault(identifier, List.of()).stream()))
                .distinct()
                .toList();
        if (own != null && found.stream().noneMatch(agent -> agent.id().equals(own))) {
            return new MatchFinding.UnclearCandidates(
                    "NOT_FOUND", "no agent has the id '%s'".formatted(own), candidates(found));
        }
        if (found.size() > 1) {
            return new MatchFinding.UnclearCandidates(
                    "CONTRADICTED", "its identifiers belong to different agents", candidates(found));
        }
        if (found.size() == 1) {
            return found(candidates(found).get(0), own == null ? "by its identifier" : "by its id");
        }
        return inGazetteer(listed);
    }

    private @Nullable MatchFinding inGazetteer(ListedAgent listed) {
        var geonames = listed.identifiers().get("geonames");
        var place =
                geonames != null && geonames.matches("[0-9]{1,9}") ? gazetteer.place(Integer.parseInt(geonames)) : null;
        if (place != null) {
            return found(CandidatePlace.of(place, true), "by its GeoNames number");
        }
        var iso = listed.identifiers().get("iso3166-2");
        var region = iso == null ? null : gazetteer.region(iso);
        return region == null ? null : found(CandidatePlace.of(region, true), "by its ISO 3166-2 code");
    }

    private static MatchFinding found(CandidatePlace candidate, String reason) {
        return new MatchFinding.FoundCandidate(candidate, MatchStep.IDENTIFIER, 1, reason, List.of());
    }

    private static List<CandidatePlace> candidates(List<KnownAgent> agents) {
        return agents.stream()
                .map(agent -> new CandidatePlace(agent, null, null, true))
                .toList();
    }
}
