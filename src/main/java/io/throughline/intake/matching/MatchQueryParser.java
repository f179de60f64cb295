package io.throughline.intake.matching;

import io.throughline.reference.gazetteer.Gazetteer;
import io.throughline.reference.gazetteer.RegionWords;
import io.throughline.reference.name.NameKey;
import io.throughline.reference.name.WrittenName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one listed agent: separates its name from hints about its location. */
final class MatchQueryParser {

    private static final Pattern WORD = Pattern.compile("\\p{L}");

    /** "Boston MA" */
    private static final Pattern WITH_CODE = Pattern.compile("(.*\\S)\\s+([A-Z]{2})");

    private final Gazetteer gazetteer;
    private final ListedAgent listed;
    private final WrittenName name;
    private final List<LocationHint> hints = new ArrayList<>();
    private final Set<String> exact;
    private final Set<String> bare;
    private final Set<String> reduced;
    private final Set<String> regional;
    private @Nullable String country;

    private MatchQueryParser(ListedAgent listed, Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.listed = listed;
        this.name = WrittenName.of(listed.name());
        this.exact = new LinkedHashSet<>(name.whole().forms());
        this.bare = new LinkedHashSet<>(WrittenName.bare(name.whole()));
        this.reduced = new LinkedHashSet<>(WrittenName.reduced(name.whole()));
        this.regional = new LinkedHashSet<>(RegionWords.forms(name.whole()));
    }

    static MatchQuery read(ListedAgent listed, Gazetteer gazetteer) {
        return new MatchQueryParser(listed, gazetteer).read();
    }

    private MatchQuery read() {
        var texts = new ArrayList<>(name.hints());
        if (listed.state() != null) {
            texts.add(listed.state());
        }
        texts.addAll(readCountry());
        texts.forEach(this::addHint);
        var inName = hints.stream()
                .filter(hint -> name.hints().contains(hint.text()))
                .toList();
        addBase();
        addParts();
        addWithoutSuffix();
        List.copyOf(exact).forEach(key -> reduced.add(key.replace(" ", "")));
        List.copyOf(regional).forEach(key -> regional.add(key.replace(" ", "")));
        bare.removeAll(exact);
        reduced.removeAll(exact);
        reduced.removeAll(bare);
        return MatchQueryBuilder.builder()
                .listed(listed)
                .key(name.base())
                .exact(exact)
                .bare(bare)
                .reduced(reduced)
                .regional(regional)
                .hints(List.copyOf(hints))
                .inName(inName)
                .spelledElsewhere(isSpelledElsewhere())
                .country(country)
                .point(point())
                .build();
    }

    /** Finds the country and returns what else its column contains: {@code CA} in "CA, EEUU". */
    private List<String> readCountry() {
        var column = listed.country();
        if (column == null || repeatsName(NameKey.of(column))) {
            return List.of();
        }
        country = gazetteer.countries().code(column);
        var others = new ArrayList<String>();
        if (country == null) {
            for (var part : column.split("[,;]")) {
                var named = gazetteer.countries().named(part);
                if (named != null && country == null) {
                    country = named;
                } else if (!repeatsName(NameKey.of(part))) {
                    others.add(part.strip());
                }
            }
        }
        return others;
    }

    /** Whether a list repeats the name where a location is expected. */
    private boolean repeatsName(NameKey where) {
        return name.whole().equals(where)
                || name.base().equals(where)
                || WrittenName.reduced(name.whole()).contains(where.plain());
    }

    /** Adds a hint, unless it only repeats the country, as in "Oxford, UK". */
    private void addHint(String text) {
        var hint = LocationHint.of(text, country, gazetteer);
        if (WORD.matcher(text).find() && (country == null || !hint.countries().contains(country))) {
            hints.add(hint);
        }
    }

    /** Adds the name before a comma or bracket, and other names after it. */
    private void addBase() {
        if (name.hints().isEmpty()) {
            return;
        }
        exact.addAll(name.base().forms());
        bare.addAll(WrittenName.bare(name.base()));
        reduced.addAll(WrittenName.reduced(name.base()));
        regional.addAll(RegionWords.forms(name.base()));
        hints.stream()
                .filter(hint -> !hint.isKnown() && name.hints().contains(hint.text()))
                .forEach(hint -> exact.addAll(NameKey.of(hint.text()).forms()));
    }

    /** Adds each side of a slash: "Aibar / Oibar". */
    private void addParts() {
        for (var part : listed.name().split("/")) {
            var key = NameKey.of(part);
            reduced.addAll(key.forms());
            reduced.addAll(WrittenName.reduced(key));
        }
    }

    private void addWithoutSuffix() {
        if (country == null) {
            return;
        }
        addWithoutCountry(name.whole());
        addWithoutCountry(name.base());
        var withCode = WITH_CODE.matcher(listed.name());
        if (withCode.matches() && gazetteer.region(country + "-" + withCode.group(2)) != null) {
            hints.add(LocationHint.of(withCode.group(2), country, gazetteer));
            reduced.addAll(NameKey.of(withCode.group(1)).forms());
        }
    }

    /** Adds the name without the country at its end: "Eilat ISRAEL". */
    private void addWithoutCountry(NameKey key) {
        var plain = key.plain();
        for (var space = plain.indexOf(' '); space > 0; space = plain.indexOf(' ', space + 1)) {
            var named = gazetteer.countries().named(plain.substring(space + 1));
            if (named != null && named.equals(country)) {
                reduced.add(plain.substring(0, space));
            }
        }
    }

    private boolean isSpelledElsewhere() {
        var spelled = MatchQuery.composed(listed.name());
        return country != null
                && !spelled.chars().allMatch(letter -> letter < 128)
                && gazetteer.named(name.base().forms()).stream()
                        .anyMatch(named -> named.own()
                                && named.place().name().equalsIgnoreCase(spelled)
                                && !named.place().country().equals(country));
    }

    private @Nullable GeoPoint point() {
        if (listed.latitude() == null || listed.longitude() == null) {
            return null;
        }
        var point = new GeoPoint(listed.latitude(), listed.longitude());
        return point.isOnEarth() && !(point.latitude() == 0 && point.longitude() == 0) ? point : null;
    }
}
