package io.throughline.intake.matching;

import io.throughline.model.search.GeoPoint;
import io.throughline.reference.gazetteer.Gazetteer;
import io.throughline.reference.gazetteer.NamedPlace;
import io.throughline.reference.gazetteer.RegionWords;
import io.throughline.reference.name.NameKey;
import io.throughline.reference.name.WrittenName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one listed agent: separates its name from hints about its location and from marks. */
final class MatchQueryParser {

    private static final Pattern WORD = Pattern.compile("\\p{L}");

    /** Counties of the United States are known by their full names only, which end in "County". */
    private static final String COUNTY_OF = "county of ";

    /** "Boston MA" */
    private static final Pattern WITH_CODE = Pattern.compile("(.*\\S)\\s+([A-Z]{2})");

    /** What lists put in brackets to say what kind of place it is: "(UA)", "(MBC)", "(Unitary)". */
    private static final Pattern KIND_IN_BRACKETS = Pattern.compile(
            "(?-i:[A-Z]{1,4})|(the )?(city|town|village|municipality|commune|council|city council|town council"
                    + "|borough|london borough|metropolitan borough|county borough|unitary|unitary authority"
                    + "|urban|rural|metropolitan|metro|capital|ciudad|municipio"
                    + "|comune|ville|stadt|gemeinde)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern REGION_IN_BRACKETS = Pattern.compile(
            "state|province|region|county|district|prefecture|department|canton|oblast|voivodeship|territory|estado"
                    + "|provincia|departamento|land",
            Pattern.CASE_INSENSITIVE);

    private final Gazetteer gazetteer;
    private final ListedAgent listed;
    private final WrittenName name;
    private final List<LocationHint> hints = new ArrayList<>();
    private final List<MatchNote> notes = new ArrayList<>();
    private final Set<String> exact;
    private final Set<String> bare;
    private final Set<String> reduced;
    private final Set<String> regional;
    private @Nullable String country;

    private MatchQueryParser(ListedAgent listed, Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.listed = listed;
        this.name = WrittenName.of(listed.name());
        this.exact = new LinkedHashSet<>(WrittenName.spellings(name.whole()));
        this.bare = new LinkedHashSet<>(WrittenName.bare(name.whole()));
        this.reduced = new LinkedHashSet<>(WrittenName.reduced(name.whole()));
        this.regional = new LinkedHashSet<>(RegionWords.forms(name.whole()));
        if (name.base().plain().startsWith(COUNTY_OF)) {
            regional.add(name.base().plain().substring(COUNTY_OF.length()) + " county");
        }
    }

    static MatchQuery read(ListedAgent listed, Gazetteer gazetteer) {
        return new MatchQueryParser(listed, gazetteer).read();
    }

    private MatchQuery read() {
        addMarks();
        var elsewhere = readCountry();
        name.hints().forEach(this::addHintInName);
        var inName = List.copyOf(hints);
        if (listed.state() != null) {
            addHint(listed.state());
            noteUnknownState(listed.state());
        }
        elsewhere.forEach(this::addHint);
        var isCountryUnknown =
                country == null && !elsewhere.isEmpty() && elsewhere.stream().noneMatch(this::isPlace);
        addBase(inName);
        addSides();
        addWithoutSuffix();
        if (listed.kind() == ListedAgent.Kind.REGION) {
            // "Westminster City Council" governs a region where a list says so
            bare.forEach(key -> regional.addAll(RegionWords.forms(new NameKey(key, key))));
        }
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
                .parts(parts(inName))
                .countryUnknown(isCountryUnknown)
                .notes(List.copyOf(notes))
                .country(country)
                .point(point())
                .repaired(repaired())
                .build();
    }

    private void addMarks() {
        if (!name.marks().isEmpty() && DamagedText.repaired(listed.name()) == null) {
            notes.add(new MatchNote(
                    "MARK_SET_ASIDE",
                    "'%s' was read without '%s', which looks like a footnote mark or a list number"
                            .formatted(listed.name(), String.join("' and '", name.marks()))));
        }
    }

    private void noteUnknownState(String state) {
        if (WORD.matcher(state).find()
                && !repeatsName(NameKey.of(state))
                && !LocationHint.of(state, country, gazetteer).isKnown()
                && !namesAPlace(state)) {
            notes.add(new MatchNote(
                    "STATE_UNKNOWN",
                    "'%s' is not known as a state%s and was not used"
                            .formatted(
                                    state,
                                    country == null
                                            ? ""
                                            : " of " + gazetteer.countries().name(country))));
        }
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
        return name.whole().equals(where) || name.base().equals(where) || reduced.contains(where.plain());
    }

    /** Whether a country column means a region: by its full name, if it could also be a misspelt country. */
    private boolean isPlace(String text) {
        var hint = LocationHint.of(text, country, gazetteer);
        var key = NameKey.of(text);
        return hint.isKnown()
                && (gazetteer.countries().nearest(text) == null
                        || gazetteer.regionsNamed(key.forms()).stream()
                                .flatMap(region -> region.names().stream())
                                .anyMatch(region -> NameKey.of(region).equals(key)));
    }

    /** Adds a hint from the name, unless it only says what kind of place it is. */
    private void addHintInName(String text) {
        var hint = LocationHint.of(text, country, gazetteer);
        var inBrackets = listed.name().contains("(" + text + ")");
        if (!WORD.matcher(text).find()
                || inBrackets
                        && hint.regions().isEmpty()
                        && !namesAPlace(text)
                        && !(country == null && !hint.countries().isEmpty())
                        && !isInOtherCountry(hint, text)
                        && (KIND_IN_BRACKETS.matcher(text).matches()
                                || listed.kind() == ListedAgent.Kind.REGION
                                        && REGION_IN_BRACKETS.matcher(text).matches())) {
            if (country == null || gazetteer.region(country + "-" + text.strip()) == null) {
                notes.add(new MatchNote(
                        "ADDITION_SET_ASIDE",
                        "'%s' was read without '%s', which names no place there".formatted(listed.name(), text)));
                return;
            }
        }
        add(hint);
    }

    /** Whether the name occurs in another country or state that the text means: "Barcelona (VE)" or "Toledo (OH)" in a list of Spain. */
    private boolean isInOtherCountry(LocationHint hint, String text) {
        var state = LocationHint.of(text, null, gazetteer).regions();
        return gazetteer.named(name.base().forms()).stream()
                .filter(NamedPlace::own)
                .map(NamedPlace::place)
                .anyMatch(place -> hint.countries().contains(place.country()) || state.contains(place.state()));
    }

    private boolean namesAPlace(String text) {
        return gazetteer.named(NameKey.of(text).forms()).stream()
                .anyMatch(named -> country == null || named.place().country().equals(country));
    }

    private void addHint(String text) {
        if (WORD.matcher(text).find()) {
            add(LocationHint.of(text, country, gazetteer));
        }
    }

    /** Adds a hint, unless it only repeats the country, as in "Oxford, UK", or another hint. */
    private void add(LocationHint hint) {
        if ((country == null || !hint.countries().contains(country)) && !hints.contains(hint)) {
            hints.add(hint);
        }
    }

    /** Adds the name before a comma or bracket, and other names after it. */
    private void addBase(List<LocationHint> inName) {
        if (name.hints().isEmpty()) {
            return;
        }
        exact.addAll(WrittenName.spellings(name.base()));
        bare.addAll(WrittenName.bare(name.base()));
        reduced.addAll(WrittenName.reduced(name.base()));
        regional.addAll(RegionWords.forms(name.base()));
        inName.stream()
                .filter(hint -> !hint.isKnown())
                .forEach(hint -> exact.addAll(WrittenName.spellings(NameKey.of(hint.text()))));
    }

    /** Adds each side of a slash or dash: "Aibar / Oibar". */
    private void addSides() {
        if (name.sides().size() > 1) {
            for (var side : name.sides()) {
                var key = NameKey.of(side);
                reduced.addAll(WrittenName.spellings(key));
                reduced.addAll(WrittenName.reduced(key));
            }
        }
    }

    /** What may be names of several agents; empty when it is one name. */
    private List<NamePart> parts(List<LocationHint> inName) {
        if (name.sides().size() < 2 && inName.isEmpty()) {
            return List.of();
        }
        var parts = new ArrayList<NamePart>();
        name.sides().stream().filter(side -> !isCountry(side)).forEach(side -> {
            var part = part(side, true);
            part.keys().addAll(WrittenName.reduced(NameKey.of(side)));
            parts.add(part);
        });
        inName.stream().filter(hint -> !hint.isKnown()).forEach(hint -> parts.add(part(hint.text(), false)));
        return List.copyOf(parts);
    }

    /** "Granze - Italy" */
    private boolean isCountry(String side) {
        return country != null && country.equals(gazetteer.countries().named(side));
    }

    private static NamePart part(String text, boolean proper) {
        return part(NameKey.of(text), text, proper);
    }

    private static NamePart part(NameKey key, String text, boolean proper) {
        var keys = new LinkedHashSet<>(WrittenName.spellings(key));
        keys.addAll(WrittenName.bare(key));
        return new NamePart(text, keys, proper);
    }

    private @Nullable NamePart repaired() {
        var repaired = DamagedText.repaired(listed.name());
        return repaired == null ? null : part(WrittenName.of(repaired).base(), repaired, true);
    }

    private void addWithoutSuffix() {
        if (country == null) {
            return;
        }
        addWithoutCountry(name.whole());
        addWithoutCountry(name.base());
        var withCode = WITH_CODE.matcher(listed.name());
        if (withCode.matches() && gazetteer.region(country + "-" + withCode.group(2)) != null) {
            add(LocationHint.of(withCode.group(2), country, gazetteer));
            reduced.addAll(WrittenName.spellings(NameKey.of(withCode.group(1))));
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
