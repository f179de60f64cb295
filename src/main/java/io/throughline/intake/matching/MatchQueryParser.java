package io.throughline.intake.matching;

import io.throughline.reference.gazetteer.Gazetteer;
import io.throughline.reference.gazetteer.RegionWords;
import io.throughline.reference.name.NameKey;
import io.throughline.reference.name.WrittenName;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one written agent: what is name in it and what says where it lies. */
final class MatchQueryParser {

    private static final Pattern WORD = Pattern.compile("\\p{L}");

    /** "Boston MA" */
    private static final Pattern CODED = Pattern.compile("(.*\\S)\\s+([A-Z]{2})");

    private final Gazetteer gazetteer;
    private final ListedAgent written;
    private final WrittenName name;
    private final List<LocationHint> hints = new ArrayList<>();
    private final Set<String> exact;
    private final Set<String> bare;
    private final Set<String> reduced;
    private final Set<String> regional;
    private @Nullable String country;

    private MatchQueryParser(ListedAgent written, Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.written = written;
        this.name = WrittenName.of(written.name());
        this.exact = new LinkedHashSet<>(name.whole().forms());
        this.bare = new LinkedHashSet<>(WrittenName.bare(name.whole()));
        this.reduced = new LinkedHashSet<>(WrittenName.reduced(name.whole()));
        this.regional = new LinkedHashSet<>(RegionWords.forms(name.whole()));
    }

    static MatchQuery read(ListedAgent written, Gazetteer gazetteer) {
        return new MatchQueryParser(written, gazetteer).read();
    }

    private MatchQuery read() {
        var texts = new ArrayList<>(name.hints());
        if (written.state() != null) {
            texts.add(written.state());
        }
        texts.addAll(readCountry());
        texts.forEach(this::addHint);
        var inName = hints.stream()
                .filter(hint -> name.hints().contains(hint.text()))
                .toList();
        addBase();
        addParts();
        addWithoutEnd();
        List.copyOf(exact).forEach(key -> reduced.add(key.replace(" ", "")));
        List.copyOf(regional).forEach(key -> regional.add(key.replace(" ", "")));
        bare.removeAll(exact);
        reduced.removeAll(exact);
        reduced.removeAll(bare);
        return new MatchQuery(
                written,
                name.base(),
                exact,
                bare,
                reduced,
                regional,
                country,
                List.copyOf(hints),
                inName,
                point(),
                isSpelledElsewhere());
    }

    /** Finds the country, and gives what else stands in its column: {@code CA} in "CA, EEUU". */
    private List<String> readCountry() {
        var column = written.country();
        if (column == null || isItself(NameKey.of(column))) {
            return List.of();
        }
        country = gazetteer.countries().code(column);
        var others = new ArrayList<String>();
        if (country == null) {
            for (var part : column.split("[,;]")) {
                var named = gazetteer.countries().named(part);
                if (named != null && country == null) {
                    country = named;
                } else if (!isItself(NameKey.of(part))) {
                    others.add(part.strip());
                }
            }
        }
        return others;
    }

    /** Whether a list repeats the name where it should say where it lies. */
    private boolean isItself(NameKey where) {
        return name.whole().equals(where)
                || name.base().equals(where)
                || WrittenName.reduced(name.whole()).contains(where.plain());
    }

    /** "Oxford, UK": the country says no more than its column. */
    private void addHint(String text) {
        var hint = LocationHint.of(text, country, gazetteer);
        if (WORD.matcher(text).find() && (country == null || !hint.countries().contains(country))) {
            hints.add(hint);
        }
    }

    /** What comes before a comma or bracket, and other names behind it. */
    private void addBase() {
        if (name.hints().isEmpty()) {
            return;
        }
        exact.addAll(name.base().forms());
        bare.addAll(WrittenName.bare(name.base()));
        reduced.addAll(WrittenName.reduced(name.base()));
        regional.addAll(RegionWords.forms(name.base()));
        hints.stream()
                .filter(hint -> !hint.understood() && name.hints().contains(hint.text()))
                .forEach(hint -> exact.addAll(NameKey.of(hint.text()).forms()));
    }

    /** "Aibar / Oibar" */
    private void addParts() {
        for (var part : written.name().split("/")) {
            var key = NameKey.of(part);
            reduced.addAll(key.forms());
            reduced.addAll(WrittenName.reduced(key));
        }
    }

    private void addWithoutEnd() {
        if (country == null) {
            return;
        }
        addWithoutCountry(name.whole());
        addWithoutCountry(name.base());
        var coded = CODED.matcher(written.name());
        if (coded.matches() && gazetteer.region(country + "-" + coded.group(2)) != null) {
            hints.add(LocationHint.of(coded.group(2), country, gazetteer));
            reduced.addAll(NameKey.of(coded.group(1)).forms());
        }
    }

    /** "Eilat ISRAEL" without its last word or words, when they are the country. */
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
        var spelled = composed(written.name());
        return country != null
                && !spelled.chars().allMatch(letter -> letter < 128)
                && gazetteer.named(name.base().forms()).stream()
                        .anyMatch(named -> named.own()
                                && named.place().name().equalsIgnoreCase(spelled)
                                && !named.place().country().equals(country));
    }

    /** A name with each letter and its marks in one. */
    static String composed(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    }

    private @Nullable GeoPoint point() {
        if (written.latitude() == null || written.longitude() == null) {
            return null;
        }
        var point = new GeoPoint(written.latitude(), written.longitude());
        return point.isOnEarth() && !(point.latitude() == 0 && point.longitude() == 0) ? point : null;
    }
}
