package io.throughline.model.search;

import static java.util.Comparator.comparing;

import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.model.search.GazetteerNames.GazetteerHit;
import io.throughline.model.search.GazetteerNames.NamesFound;
import io.throughline.reference.name.NameKey;
import io.throughline.reference.name.WrittenName;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the agents that names mean. Takes as many statements for many names as for one, and never guesses. */
@Component
class NameResolver {

    /** The maximum number of similar candidates for a name that no agent has. */
    private static final int MAX_SIMILAR = 10;

    /** The lowest score of a similar name. */
    private static final double MIN_SCORE = 0.6;

    /** The area that an agent must be in. */
    private record Area(@Nullable String country, @Nullable String state) {

        boolean isAnywhere() {
            return country == null && state == null;
        }

        boolean contains(NamedAgent agent) {
            return (country == null || country.equals(agent.countryId()))
                    && (state == null || state.equals(agent.stateId()));
        }
    }

    /**
     * The agents that a name fits.
     *
     * @param fitting all agents that it can mean, each by its best name
     * @param hinted whether the name itself says where the agent is
     * @param partial whether no agent has all the names on the sides of a slash or dash
     */
    private record Fit(List<NamedAgent> fitting, boolean hinted, boolean partial) {

        Fit(List<NamedAgent> fitting, boolean hinted) {
            this(fitting, hinted, false);
        }

        /** The same with the agents of another fit of the same name. */
        Fit with(Fit other) {
            var all = new LinkedHashMap<String, NamedAgent>();
            Stream.of(fitting, other.fitting())
                    .flatMap(List::stream)
                    .forEach(agent -> all.putIfAbsent(agent.id(), agent));
            return new Fit(all.values().stream().sorted(BEST_FIRST).toList(), hinted, partial);
        }
    }

    private final NameQueries queries;
    private final GazetteerNames gazetteer;
    private final NamesakeList namesakes;

    NameResolver(NameQueries queries, GazetteerNames gazetteer, NamesakeList namesakes) {
        this.queries = queries;
        this.gazetteer = gazetteer;
        this.namesakes = namesakes;
    }

    /**
     * One resolution per name, in the same order.
     *
     * @throws InvalidArgumentException if the country or state is not in the graph
     */
    List<NameResolution> resolve(List<String> names, @Nullable String country, @Nullable String state) {
        var written = names.stream().map(WrittenName::of).toList();
        var hinted = written.stream().anyMatch(name -> !name.hints().isEmpty());
        var places = hinted || country != null || state != null ? queries.places() : new PlaceLookup(List.of());
        var area = area(places, country, state);
        var recorded = queries.byName(keys(written));
        var unsettled = written.stream()
                .filter(name -> fit(name, area, places, recorded).fitting().size() < 2)
                .toList();
        var known = unsettled.isEmpty() ? NamesFound.NOTHING : gazetteer.find(keys(unsettled));
        var agentsByKey = withGazetteerNames(recorded, known);
        var withWellKnown = withGazetteerNames(recorded, known.wellKnown());
        var fits = written.stream()
                .map(name -> {
                    var fit = fit(name, area, places, recorded);
                    return switch (fit.fitting().size()) {
                        case 0 -> fit(name, area, places, agentsByKey);
                        // the only agent for which the name is recorded need not be the only one called that
                        case 1 -> fit.with(fit(name, area, places, withWellKnown));
                        default -> fit;
                    };
                })
                .toList();
        var similar = similar(written, fits);
        return Stream.iterate(0, i -> i + 1)
                .limit(names.size())
                .map(i -> {
                    var name = TextChecks.wellFormed(names.get(i));
                    var fit = fits.get(i);
                    return fit.fitting().isEmpty()
                            ? onlySimilar(name, written.get(i), area, places, agentsByKey, known, similar)
                            : decide(name, written.get(i), area, fit, known);
                })
                .toList();
    }

    /** The agents by the names that the graph or the gazetteer has for them. */
    private static Map<String, List<NamedAgent>> withGazetteerNames(
            Map<String, List<NamedAgent>> recorded, NamesFound known) {
        var all = new HashMap<>(recorded);
        known.agents()
                .forEach((key, hits) -> all.merge(
                        key,
                        hits.stream().map(GazetteerHit::named).toList(),
                        (inGraph, inGazetteer) -> Stream.concat(inGraph.stream(), inGazetteer.stream())
                                .toList()));
        return all;
    }

    private static Area area(PlaceLookup places, @Nullable String country, @Nullable String state) {
        var area =
                new Area(country == null ? null : places.country(country), state == null ? null : places.state(state));
        if (country != null && area.country() == null) {
            throw new InvalidArgumentException(
                    "country",
                    TextChecks.shown(country),
                    "an ISO 3166-1 code of a country in the graph, e.g. NG or NGA");
        }
        if (state != null && area.state() == null) {
            throw new InvalidArgumentException(
                    "state", TextChecks.shown(state), "an ISO 3166-2 code of a subdivision in the graph, e.g. US-MA");
        }
        return area;
    }

    private static Collection<String> keys(List<WrittenName> names) {
        var keys = new LinkedHashSet<String>();
        for (var name : names) {
            keys.addAll(WrittenName.usualForms(name.whole()));
            keys.addAll(WrittenName.usualForms(name.base()));
            name.hints().forEach(hint -> keys.addAll(NameKey.of(hint).forms()));
            name.sides().forEach(side -> keys.addAll(WrittenName.usualForms(NameKey.of(side))));
        }
        return keys;
    }

    /** The agents that have a name and are in the area; those without a recorded place only if there are no others. */
    private static Fit fit(WrittenName name, Area area, PlaceLookup places, Map<String, List<NamedAgent>> agentsByKey) {
        var whole = inArea(withBestName(WrittenName.usualForms(name.whole()), name.whole(), agentsByKey), area);
        if (whole.isEmpty() && name.sides().size() > 1) {
            return onEachSide(name, area, agentsByKey);
        }
        if (!whole.isEmpty() || name.hints().isEmpty()) {
            return new Fit(whole, !name.hints().isEmpty());
        }
        var base = inArea(withBestName(WrittenName.usualForms(name.base()), name.base(), agentsByKey), area);
        var hinted = base.stream().filter(hinted(name, places, agentsByKey)).toList();
        return hinted.isEmpty() ? new Fit(unsettled(base, name, places), true) : new Fit(hinted, true);
    }

    /** The agents that have the names on all sides of a slash or dash; if there are none, those with one of the names. */
    private static Fit onEachSide(WrittenName name, Area area, Map<String, List<NamedAgent>> agentsByKey) {
        var sides = name.sides().stream()
                .map(NameKey::of)
                .map(side -> inArea(withBestName(WrittenName.usualForms(side), side, agentsByKey), area))
                .toList();
        var all = new LinkedHashMap<String, NamedAgent>();
        sides.forEach(side -> side.forEach(agent -> all.merge(agent.id(), agent, NameResolver::better)));
        var common = all.values().stream()
                .filter(agent -> sides.stream()
                        .allMatch(side ->
                                side.stream().anyMatch(other -> other.id().equals(agent.id()))))
                .toList();
        return common.isEmpty()
                ? new Fit(List.copyOf(all.values()), !name.hints().isEmpty(), true)
                : new Fit(common, !name.hints().isEmpty());
    }

    /** The agents that may still be meant because it is unknown where they are, provided that all hints are places. */
    private static List<NamedAgent> unsettled(List<NamedAgent> agents, WrittenName name, PlaceLookup places) {
        return name.hints().stream().allMatch(hint -> !places.meantBy(hint).isEmpty())
                ? agents.stream()
                        .filter(agent -> !agent.settled() && agent.isNowhere())
                        .toList()
                : List.of();
    }

    private static List<NamedAgent> inArea(List<NamedAgent> agents, Area area) {
        if (area.isAnywhere()) {
            return agents;
        }
        var inside = agents.stream().filter(area::contains).toList();
        return inside.isEmpty()
                ? agents.stream()
                        .filter(agent -> !agent.settled() && agent.isNowhere())
                        .toList()
                : inside;
    }

    /** Whether an agent fits all hints of a name: it is in that place, or also has that name. */
    private static Predicate<NamedAgent> hinted(
            WrittenName name, PlaceLookup places, Map<String, List<NamedAgent>> agentsByKey) {
        return agent -> name.hints().stream().allMatch(hint -> {
            var meant = places.meantBy(hint);
            return agent.countryId() != null && meant.contains(agent.countryId())
                    || agent.stateId() != null && meant.contains(agent.stateId())
                    || NameKey.of(hint).forms().stream()
                            .flatMap(form -> agentsByKey.getOrDefault(form, List.of()).stream())
                            .anyMatch(other -> other.id().equals(agent.id()));
        });
    }

    /** Each agent once, by the name that fits best, best agent first. */
    private static List<NamedAgent> withBestName(
            Collection<String> keys, NameKey name, Map<String, List<NamedAgent>> agentsByKey) {
        var text = NameText.of(name);
        var best = new LinkedHashMap<String, NamedAgent>();
        keys.stream()
                .flatMap(key -> agentsByKey.getOrDefault(key, List.of()).stream())
                .map(agent -> agent.scored(text))
                .forEach(agent -> best.merge(agent.id(), agent, NameResolver::better));
        return best.values().stream().sorted(BEST_FIRST).toList();
    }

    private NameResolution decide(String name, WrittenName written, Area area, Fit fit, NamesFound known) {
        var first = fit.fitting().get(0);
        if (fit.partial()) {
            return new NameResolution(
                    name,
                    NameStatus.AMBIGUOUS,
                    fit.fitting(),
                    "No agent has all of these names; they may belong to several. Ask for each name separately.");
        }
        if (fit.fitting().size() > 1) {
            return new NameResolution(name, NameStatus.AMBIGUOUS, fit.fitting(), null);
        }
        if (!first.settled()) {
            return new NameResolution(
                    name,
                    NameStatus.AMBIGUOUS,
                    fit.fitting(),
                    "It is not known which place the candidate is; see its resolutionNote.");
        }
        var elsewhere = fit.hinted() || area.state() != null || first.isNowhere()
                ? List.<String>of()
                : written.whole().forms().stream()
                        .flatMap(form -> namesakes.of(withoutCityOf(form), area.country()).stream())
                        .distinct()
                        .toList();
        if (elsewhere.size() > 1) {
            return new NameResolution(
                    name,
                    NameStatus.AMBIGUOUS,
                    fit.fitting(),
                    "Only one match is in the graph, but there are large places with this name in %s. Give the country or state."
                            .formatted(String.join(", ", elsewhere)));
        }
        var largeNamesakes = fit.hinted() || area.state() != null || first.nameOrigin() != NameOrigin.GAZETTEER
                ? List.<String>of()
                : known.largeNamesakes(WrittenName.usualForms(written.whole()), first.id(), area.country());
        if (!largeNamesakes.isEmpty()) {
            return new NameResolution(
                    name,
                    NameStatus.AMBIGUOUS,
                    fit.fitting(),
                    "Only one match is in the graph, but other large places have this name too: %s. Give the country or state."
                            .formatted(String.join(", ", largeNamesakes)));
        }
        return new NameResolution(
                name, isOwn(first, written) ? NameStatus.EXACT : NameStatus.ALIAS, fit.fitting(), null);
    }

    private static String withoutCityOf(String form) {
        return form.startsWith("city of ") ? form.substring("city of ".length()) : form;
    }

    private static boolean isOwn(NamedAgent agent, WrittenName written) {
        var forms = NameKey.of(agent.matchedName()).forms();
        return agent.own()
                && Stream.of(written.whole(), written.base())
                        .flatMap(key -> key.forms().stream())
                        .anyMatch(forms::contains);
    }

    private Map<String, List<NamedAgent>> similar(List<WrittenName> names, List<Fit> fits) {
        var texts = new HashMap<String, NameText>();
        for (var i = 0; i < names.size(); i++) {
            var text = NameText.of(names.get(i).base());
            if (fits.get(i).fitting().isEmpty() && !text.isEmpty()) {
                texts.put(names.get(i).base().plain(), text);
            }
        }
        return texts.isEmpty() ? Map.of() : queries.namedLike(texts);
    }

    /** The similar names for a name that no agent in the area has. */
    private static NameResolution onlySimilar(
            String name,
            WrittenName written,
            Area area,
            PlaceLookup places,
            Map<String, List<NamedAgent>> agentsByKey,
            NamesFound known,
            Map<String, List<NamedAgent>> similar) {
        var text = NameText.of(written.base());
        var unknown = written.hints().stream()
                .filter(hint -> places.meantBy(hint).isEmpty())
                .map(TextChecks::wellFormed)
                .toList();
        var forms = WrittenName.usualForms(written.base());
        var isName = known.contains(forms);
        var best = new LinkedHashMap<String, NamedAgent>();
        similar.getOrDefault(written.base().plain(), List.of()).stream()
                .map(agent -> agent.scored(text))
                .filter(agent -> agent.score() >= MIN_SCORE)
                // the name of a place is not a typing error: Madras is not Madrid
                .filter(agent -> !isName
                        || NameKey.of(agent.matchedName()).forms().stream().anyMatch(forms::contains))
                .filter(agent -> area.contains(agent) || !agent.settled() && agent.isNowhere())
                .filter(unknown.isEmpty() ? hinted(written, places, agentsByKey) : agent -> true)
                .forEach(agent -> best.merge(agent.id(), agent, NameResolver::better));
        var candidates =
                best.values().stream().sorted(BEST_FIRST).limit(MAX_SIMILAR).toList();
        var missing = known.missing(forms, area.country());
        var note = !unknown.isEmpty()
                ? "Unknown country, state or name: %s.".formatted(String.join(", ", unknown))
                : missing == null ? null : "This is a name of places that are not in the graph: %s.".formatted(missing);
        return new NameResolution(name, candidates.isEmpty() ? NameStatus.UNKNOWN : NameStatus.FUZZY, candidates, note);
    }

    private static final Comparator<NamedAgent> BEST_FIRST =
            comparing(NamedAgent::score).reversed().thenComparing(NamedAgent::id);

    private static NamedAgent better(NamedAgent one, NamedAgent other) {
        return Objects.compare(one, other, comparing(NamedAgent::score)) >= 0 ? one : other;
    }
}
