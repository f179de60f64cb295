package io.throughline.matching;

import io.throughline.gazetteer.Gazetteer;
import io.throughline.gazetteer.RegionWords;
import io.throughline.name.NameKey;
import io.throughline.name.WrittenName;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A written agent, read: under which names to look, and what else is known of it.
 *
 * @param exact keys of the name and of other names beside it
 * @param reduced keys without legal forms and the like, to look for when the exact ones lead nowhere
 * @param regional keys as regions are looked for, without words such as "province"
 * @param country ISO 3166-1 alpha-2; null when the list gives none that is known
 * @param hints what is said about where it lies, but for the country
 * @param spelledElsewhere whether a place in another country bears the name with exactly its marks, which few do
 * @param inName those of them that stand in the name itself
 * @param point where it lies; null when the list does not say or names no point on earth
 */
record Asked(
        WrittenAgent written,
        NameKey key,
        Set<String> exact,
        Set<String> reduced,
        Set<String> regional,
        @Nullable String country,
        List<Hint> hints,
        List<Hint> inName,
        @Nullable Point point,
        boolean spelledElsewhere) {

    private static final Pattern WORD = Pattern.compile("\\p{L}");

    private static final Pattern CODED = Pattern.compile("(.*\\S)\\s+([A-Z]{2})");

    static Asked of(WrittenAgent written, Gazetteer gazetteer) {
        var name = WrittenName.of(written.name());
        var repeated = written.country() != null && isItself(name, NameKey.of(written.country()));
        var country = written.country() == null || repeated
                ? null
                : gazetteer.countries().code(written.country());
        var texts = new ArrayList<>(name.hints());
        if (written.state() != null) {
            texts.add(written.state());
        }
        if (written.country() != null && country == null && !repeated) {
            // "CA, EEUU" in the column of countries
            for (var part : written.country().split("[,;]")) {
                var part2 = part.strip();
                var named = gazetteer.countries().named(part2);
                if (named != null && country == null) {
                    country = named;
                } else if (!part2.isEmpty() && !isItself(name, NameKey.of(part2))) {
                    texts.add(part2);
                }
            }
        }
        var hints = new ArrayList<Hint>();
        for (var text : texts) {
            var hint = Hint.of(text, country, gazetteer);
            // "Oxford, UK": the country says no more than its column
            if (WORD.matcher(text).find()
                    && !(country != null && hint.countries().contains(country))) {
                hints.add(hint);
            }
        }
        var inName = hints.stream()
                .filter(hint -> name.hints().contains(hint.text()))
                .toList();
        var exact = new LinkedHashSet<>(name.whole().forms());
        var reduced = new LinkedHashSet<>(WrittenName.reduced(name.whole()));
        var regional = new LinkedHashSet<>(RegionWords.forms(name.whole()));
        if (!name.hints().isEmpty()) {
            exact.addAll(name.base().forms());
            reduced.addAll(WrittenName.reduced(name.base()));
            regional.addAll(RegionWords.forms(name.base()));
            for (var hint : name.hints()) {
                if (!Hint.of(hint, country, gazetteer).understood()) {
                    exact.addAll(NameKey.of(hint).forms());
                }
            }
        }
        for (var part : written.name().split("/")) {
            var key = NameKey.of(part);
            reduced.addAll(key.forms());
            reduced.addAll(WrittenName.reduced(key));
        }
        if (country != null) {
            withoutCountry(name.whole(), country, gazetteer).ifPresent(reduced::add);
            withoutCountry(name.base(), country, gazetteer).ifPresent(reduced::add);
            var coded = CODED.matcher(written.name());
            if (coded.matches() && gazetteer.region(country + "-" + coded.group(2)) != null) {
                // "Boston MA"
                hints.add(Hint.of(coded.group(2), country, gazetteer));
                reduced.addAll(NameKey.of(coded.group(1)).forms());
            }
        }
        List.copyOf(exact).forEach(key -> reduced.add(key.replace(" ", "")));
        List.copyOf(regional).forEach(key -> regional.add(key.replace(" ", "")));
        reduced.removeAll(exact);
        return new Asked(
                written,
                name.base(),
                exact,
                reduced,
                regional,
                country,
                hints,
                inName,
                point(written),
                spelledElsewhere(composed(written), name.base(), country, gazetteer));
    }

    /** Whether a list repeats the name where it should say where it lies. */
    private static boolean isItself(WrittenName name, NameKey where) {
        return name.whole().equals(where)
                || name.base().equals(where)
                || WrittenName.reduced(name.whole()).contains(where.plain());
    }

    /**
     * Whether the name has letters with marks that this one lacks, and a place elsewhere has exactly them: {@code Patù} is
     * not in Brazil, where there is a Patu.
     */
    boolean isSpelledOtherwise(String other) {
        return spelledElsewhere
                && !other.equalsIgnoreCase(composed(written))
                && key.plain().equals(NameKey.of(other).plain());
    }

    /** "Eilat ISRAEL" without its last word or words, when they are the country. */
    private static Optional<String> withoutCountry(NameKey name, String country, Gazetteer gazetteer) {
        var plain = name.plain();
        for (var space = plain.indexOf(' '); space > 0; space = plain.indexOf(' ', space + 1)) {
            if (country.equals(gazetteer.countries().named(plain.substring(space + 1)))) {
                return Optional.of(plain.substring(0, space));
            }
        }
        return Optional.empty();
    }

    /** The name with each letter and its marks in one. */
    private static String composed(WrittenAgent written) {
        return Normalizer.normalize(written.name().strip(), Normalizer.Form.NFC);
    }

    private static boolean spelledElsewhere(String name, NameKey key, @Nullable String country, Gazetteer gazetteer) {
        return country != null
                && !name.chars().allMatch(letter -> letter < 128)
                && gazetteer.named(key.forms()).stream()
                        .anyMatch(named -> named.own()
                                && named.place().name().equalsIgnoreCase(name)
                                && !named.place().country().equals(country));
    }

    private static @Nullable Point point(WrittenAgent written) {
        if (written.latitude() == null || written.longitude() == null) {
            return null;
        }
        var point = new Point(written.latitude(), written.longitude());
        return point.isOnEarth() && !(point.latitude() == 0 && point.longitude() == 0) ? point : null;
    }

    /** Points that are meant when a sign is wrong or latitude and longitude are swapped. */
    List<Point> mistaken() {
        if (point == null) {
            return List.of();
        }
        var latitude = point.latitude();
        var longitude = point.longitude();
        return List.of(
                        new Point(latitude, -longitude),
                        new Point(-latitude, longitude),
                        new Point(longitude, latitude),
                        new Point(-longitude, latitude),
                        new Point(longitude, -latitude))
                .stream()
                .filter(Point::isOnEarth)
                .toList();
    }

    /** What stands in the name and is no place that is known: another name, or something else. */
    List<Hint> additions() {
        return inName.stream().filter(hint -> !hint.understood()).toList();
    }

    /** Whether it stands in brackets; what follows a comma is more often a second name. */
    boolean isInBrackets(Hint hint) {
        return written.name().contains("(" + hint.text() + ")");
    }

    /** Whether the list says anything about where it lies. */
    boolean isLocated() {
        return country != null || point != null || hints.stream().anyMatch(Hint::understood);
    }

    boolean canBeCity() {
        return written.kind() == WrittenAgent.Kind.CITY || written.kind() == WrittenAgent.Kind.ANY;
    }

    boolean canBeRegion() {
        return written.kind() == WrittenAgent.Kind.REGION || written.kind() == WrittenAgent.Kind.ANY;
    }
}
