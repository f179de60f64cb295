package io.throughline.intake.matching;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.throughline.intake.matching.KnownAgent.Register;
import io.throughline.reference.gazetteer.Gazetteer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds agents by the ids and numbers that a list gives them; these come before any name. */
final class IdentifierMatcher {

    private final Gazetteer gazetteer;
    private final Map<String, KnownAgent> agents;
    private final Map<Register, List<KnownAgent>> bearers;

    IdentifierMatcher(Gazetteer gazetteer, Map<String, KnownAgent> agents) {
        this.gazetteer = gazetteer;
        this.agents = agents;
        this.bearers = agents.values().stream()
                .flatMap(agent -> agent.identifiers().stream().map(number -> Map.entry(number, agent)))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** What the numbers say; null when there are none, or none that leads anywhere. */
    @Nullable MatchFinding find(ListedAgent written) {
        if (written.identifiers().isEmpty()) {
            return null;
        }
        var own = written.identifiers().get("own");
        var found = Stream.concat(
                        Stream.ofNullable(own == null ? null : agents.get(own)),
                        written.identifiers().entrySet().stream()
                                .map(number -> new Register(number.getKey(), number.getValue()))
                                .flatMap(number -> bearers.getOrDefault(number, List.of()).stream()))
                .distinct()
                .toList();
        if (own != null && found.stream().noneMatch(agent -> agent.id().equals(own))) {
            return new MatchFinding.Unclear("NOT_FOUND", "nothing here has the id '%s'".formatted(own), options(found));
        }
        if (found.size() > 1) {
            return new MatchFinding.Unclear("CONTRADICTED", "its numbers are those of several agents", options(found));
        }
        if (found.size() == 1) {
            return new MatchFinding.Found(options(found).get(0), 1, own == null ? "by its number" : "by its id");
        }
        return inGazetteer(written);
    }

    private @Nullable MatchFinding inGazetteer(ListedAgent written) {
        var geonames = written.identifiers().get("geonames");
        var place =
                geonames != null && geonames.matches("[0-9]{1,9}") ? gazetteer.place(Integer.parseInt(geonames)) : null;
        if (place != null) {
            return new MatchFinding.Found(CandidatePlace.of(place, true), 1, "by its number in GeoNames");
        }
        var iso = written.identifiers().get("iso3166-2");
        var region = iso == null ? null : gazetteer.region(iso);
        return region == null
                ? null
                : new MatchFinding.Found(CandidatePlace.of(region, true), 1, "by its ISO 3166-2 code");
    }

    private static List<CandidatePlace> options(List<KnownAgent> agents) {
        return agents.stream()
                .map(agent -> new CandidatePlace(agent, null, null, true))
                .toList();
    }
}
