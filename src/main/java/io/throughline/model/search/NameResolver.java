package io.throughline.model.search;

import static java.util.Comparator.comparing;

import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.reference.name.NameKey;
import io.throughline.reference.name.WrittenName;
import java.util.Collection;
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

/** Finds the agents that names mean, in as many statements for many names as for one, and never guesses. */
@Component
class NameResolver {

    /** The most candidates that come near to a name nobody bears. */
    private static final int NEAR = 10;

    /** From which score on a name comes near. */
    private static final double NEAR_ENOUGH = 0.6;

    /** Where an agent has to lie. */
    private record Area(@Nullable String country, @Nullable String state) {

        boolean isAnywhere() {
            return country == null && state == null;
        }

        boolean holds(NamedAgent agent) {
            return (country == null || country.equals(agent.countryId()))
                    && (state == null || state.equals(agent.stateId()));
        }
    }

    /**
     * What a name was found to fit.
     *
     * @param fitting all agents that can be meant, best name each
     * @param hinted whether something in the name itself says where it lies
     */
    private record Fit(List<NamedAgent> fitting, boolean hinted) {}

    private final NameQueries queries;
    private final NamesakeList namesakes;

    NameResolver(NameQueries queries, NamesakeList namesakes) {
        this.queries = queries;
        this.namesakes = namesakes;
    }

    /**
     * One answer per name, in this order.
     *
     * @throws InvalidArgumentException if the country or state is none of the graph
     */
    List<NameResolution> resolve(List<String> names, @Nullable String country, @Nullable String state) {
        var written = names.stream().map(WrittenName::of).toList();
        var hinted = written.stream().anyMatch(name -> !name.hints().isEmpty());
        var places = hinted || country != null || state != null ? queries.places() : new PlaceLookup(List.of());
        var area = area(places, country, state);
        var bearers = queries.byName(keys(written));
        var fits =
                written.stream().map(name -> fit(name, area, places, bearers)).toList();
        var near = near(written, fits);
        return Stream.iterate(0, i -> i + 1)
                .limit(names.size())
                .map(i -> {
                    var name = TextChecks.whole(names.get(i));
                    var fit = fits.get(i);
                    return fit.fitting().isEmpty()
                            ? near(name, written.get(i), area, places, bearers, near)
                            : decide(name, written.get(i), area, fit);
                })
                .toList();
    }

    private static Area area(PlaceLookup places, @Nullable String country, @Nullable String state) {
        var area =
                new Area(country == null ? null : places.country(country), state == null ? null : places.state(state));
        if (country != null && area.country() == null) {
            throw new InvalidArgumentException(
                    "country", TextChecks.shown(country), "an ISO 3166-1 code of a country here, e.g. NG or NGA");
        }
        if (state != null && area.state() == null) {
            throw new InvalidArgumentException(
                    "state", TextChecks.shown(state), "an ISO 3166-2 code of a subdivision here, e.g. US-MA");
        }
        return area;
    }

    private static Collection<String> keys(List<WrittenName> names) {
        var keys = new LinkedHashSet<String>();
        for (var name : names) {
            keys.addAll(WrittenName.usual(name.whole()));
            keys.addAll(WrittenName.usual(name.base()));
            name.hints().forEach(hint -> keys.addAll(NameKey.of(hint).forms()));
        }
        return keys;
    }

    /** The agents that bear a name and lie where they should; those that lie nowhere only if there are no others. */
    private static Fit fit(WrittenName name, Area area, PlaceLookup places, Map<String, List<NamedAgent>> bearers) {
        var whole = inArea(bearers(WrittenName.usual(name.whole()), name.whole(), bearers), area);
        if (!whole.isEmpty() || name.hints().isEmpty()) {
            return new Fit(whole, !name.hints().isEmpty());
        }
        var base = inArea(bearers(WrittenName.usual(name.base()), name.base(), bearers), area);
        var hinted = base.stream().filter(hinted(name, places, bearers)).toList();
        return hinted.isEmpty() ? new Fit(unsettled(base, name, places), true) : new Fit(hinted, true);
    }

    /** Those that can still be meant because nobody knows where they lie, if what is added is a place at all. */
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
        var inside = agents.stream().filter(area::holds).toList();
        return inside.isEmpty()
                ? agents.stream()
                        .filter(agent -> !agent.settled() && agent.isNowhere())
                        .toList()
                : inside;
    }

    /** Whether an agent fits everything that is added to a name: it lies there, or is called so too. */
    private static Predicate<NamedAgent> hinted(
            WrittenName name, PlaceLookup places, Map<String, List<NamedAgent>> bearers) {
        return agent -> name.hints().stream().allMatch(hint -> {
            var meant = places.meantBy(hint);
            return agent.countryId() != null && meant.contains(agent.countryId())
                    || agent.stateId() != null && meant.contains(agent.stateId())
                    || NameKey.of(hint).forms().stream()
                            .flatMap(form -> bearers.getOrDefault(form, List.of()).stream())
                            .anyMatch(other -> other.id().equals(agent.id()));
        });
    }

    /** Each agent once, by the name that fits best. */
    private static List<NamedAgent> bearers(
            Collection<String> keys, NameKey asked, Map<String, List<NamedAgent>> bearers) {
        var text = NameText.of(asked);
        var best = new LinkedHashMap<String, NamedAgent>();
        keys.stream()
                .flatMap(key -> bearers.getOrDefault(key, List.of()).stream())
                .map(agent -> agent.scored(text))
                .forEach(agent -> best.merge(agent.id(), agent, NameResolver::better));
        return best.values().stream().sorted(BEST_FIRST).toList();
    }

    private NameResolution decide(String name, WrittenName written, Area area, Fit fit) {
        var first = fit.fitting().get(0);
        if (fit.fitting().size() > 1) {
            return new NameResolution(name, NameStatus.AMBIGUOUS, fit.fitting(), null);
        }
        if (!first.settled()) {
            return new NameResolution(
                    name,
                    NameStatus.AMBIGUOUS,
                    fit.fitting(),
                    "It is not settled which place the candidate is; see its resolutionNote.");
        }
        var elsewhere = fit.hinted() || area.state() != null || first.isNowhere()
                ? List.<String>of()
                : written.whole().forms().stream()
                        .flatMap(form -> namesakes.of(bare(form), area.country()).stream())
                        .distinct()
                        .toList();
        if (elsewhere.size() > 1) {
            return new NameResolution(
                    name,
                    NameStatus.AMBIGUOUS,
                    fit.fitting(),
                    "Only one is in the graph, but large places bear this name in each of %s. Give the country or state."
                            .formatted(String.join(", ", elsewhere)));
        }
        return new NameResolution(
                name, isOwn(first, written) ? NameStatus.EXACT : NameStatus.ALIAS, fit.fitting(), null);
    }

    private static String bare(String form) {
        return form.startsWith("city of ") ? form.substring("city of ".length()) : form;
    }

    private static boolean isOwn(NamedAgent agent, WrittenName written) {
        var forms = NameKey.of(agent.matchedName()).forms();
        return agent.own()
                && Stream.of(written.whole(), written.base())
                        .flatMap(key -> key.forms().stream())
                        .anyMatch(forms::contains);
    }

    private Map<String, List<NamedAgent>> near(List<WrittenName> names, List<Fit> fits) {
        var texts = new HashMap<String, NameText>();
        for (var i = 0; i < names.size(); i++) {
            var text = NameText.of(names.get(i).base());
            if (fits.get(i).fitting().isEmpty() && !text.isEmpty()) {
                texts.put(names.get(i).base().plain(), text);
            }
        }
        return texts.isEmpty() ? Map.of() : queries.namedLike(texts);
    }

    /** What comes near to a name that nobody bears where it should. */
    private static NameResolution near(
            String name,
            WrittenName written,
            Area area,
            PlaceLookup places,
            Map<String, List<NamedAgent>> bearers,
            Map<String, List<NamedAgent>> near) {
        var text = NameText.of(written.base());
        var unread = written.hints().stream()
                .filter(hint -> places.meantBy(hint).isEmpty())
                .map(TextChecks::whole)
                .toList();
        var best = new LinkedHashMap<String, NamedAgent>();
        near.getOrDefault(written.base().plain(), List.of()).stream()
                .map(agent -> agent.scored(text))
                .filter(agent -> agent.score() >= NEAR_ENOUGH)
                .filter(agent -> area.holds(agent) || !agent.settled() && agent.isNowhere())
                .filter(unread.isEmpty() ? hinted(written, places, bearers) : agent -> true)
                .forEach(agent -> best.merge(agent.id(), agent, NameResolver::better));
        var candidates = best.values().stream().sorted(BEST_FIRST).limit(NEAR).toList();
        var note =
                unread.isEmpty() ? null : "It is not known what is meant by %s.".formatted(String.join(", ", unread));
        return new NameResolution(name, candidates.isEmpty() ? NameStatus.UNKNOWN : NameStatus.FUZZY, candidates, note);
    }

    private static final java.util.Comparator<NamedAgent> BEST_FIRST =
            comparing(NamedAgent::score).reversed().thenComparing(NamedAgent::id);

    private static NamedAgent better(NamedAgent one, NamedAgent other) {
        return Objects.compare(one, other, comparing(NamedAgent::score)) >= 0 ? one : other;
    }
}
