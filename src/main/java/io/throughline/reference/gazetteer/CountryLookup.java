package io.throughline.reference.gazetteer;

import io.throughline.reference.name.EditDistance;
import io.throughline.reference.name.NameKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds countries by any code or name that a list gives. */
public final class CountryLookup {

    /** Languages in which lists of cities are written, for the names the JDK has in them. */
    private static final List<String> LANGUAGES =
            List.of("en fr es pt de it nl pl ru zh ja sv da nb fi cs hu ro tr uk el ar ko id vi hr bg ca".split(" "));

    /** What can come before a country's name or be shortened in it: "Republic of Peru", "Czech Rep.". */
    private static final Pattern STYLE =
            Pattern.compile("^(the )?((federal |democratic |federative |islamic )*(republic|kingdom) of )?(the )?");

    private static final Pattern REPUBLIC = Pattern.compile("\\brep(ub)?\\b");

    /** From this many letters on, a country's name may have two typing errors; the shortest may have one. */
    private static final int LONG_NAME = 8;

    private static final int SHORTEST_NAME = 4;

    /** Parts of a country that have a code of their own, which lists often do not use. */
    private static final Map<String, String> TERRITORIES = Map.ofEntries(
            Map.entry("FR", "GP MQ GF RE YT NC PF PM BL MF WF TF"),
            Map.entry("US", "PR GU VI AS MP UM"),
            Map.entry("GB", "IM JE GG GI BM KY FK AI MS TC VG SH"),
            Map.entry("NL", "AW CW SX BQ"),
            Map.entry("CN", "HK MO"),
            Map.entry("DK", "FO GL"),
            Map.entry("FI", "AX"),
            Map.entry("NO", "SJ"),
            Map.entry("AU", "CX CC NF"),
            Map.entry("NZ", "CK NU TK"),
            Map.entry("RS", "XK"));

    private final Map<String, String> byName = new HashMap<>();
    private final Map<String, String> byAlpha3 = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    CountryLookup(Map<String, List<String>> sections) {
        for (var code : Locale.getISOCountries()) {
            var locale = new Locale.Builder().setRegion(code).build();
            names.put(code, locale.getDisplayCountry(Locale.ENGLISH));
            for (var language : LANGUAGES) {
                add(code, locale.getDisplayCountry(Locale.forLanguageTag(language)));
            }
            try {
                byAlpha3.put(locale.getISO3Country(), code);
            } catch (MissingResourceException e) {
                // a country without a three-letter code is found by its two-letter one
            }
        }
        for (var line : sections.getOrDefault("countries", List.of())) {
            var cells = GazetteerFile.cells(line);
            add(cells[0], cells[2]);
            for (var name : cells[3].split("\\|")) {
                add(cells[0], name);
            }
        }
        names.putIfAbsent("XK", "Kosovo");
        byAlpha3.put("XKX", "XK");
        GazetteerFile.furtherNames("country-names.txt")
                .forEach((code, others) -> others.forEach(name -> byName.put(name, code)));
    }

    private void add(String code, String name) {
        NameKey.of(name).forms().forEach(key -> byName.putIfAbsent(key, code));
    }

    /**
     * The country that a code or name means.
     *
     * @param written ISO 3166-1 alpha-2 or alpha-3, or a name in one of many languages
     * @return ISO 3166-1 alpha-2; null when unknown
     */
    public @Nullable String code(String written) {
        var code = written.strip().toUpperCase(Locale.ROOT);
        if (code.equals("UK")) {
            return "GB";
        }
        if (names.containsKey(code)) {
            return code;
        }
        var byCode = byAlpha3.get(code);
        return byCode != null ? byCode : named(written);
    }

    /** The country of this name, ignoring codes; null when unknown. */
    public @Nullable String named(String written) {
        var key = NameKey.of(written).plain();
        var code = byName.get(key);
        if (code == null) {
            var full = REPUBLIC.matcher(key).replaceAll("republic");
            code = byName.getOrDefault(full, byName.get(STYLE.matcher(full).replaceFirst("")));
        }
        return code;
    }

    /**
     * The country whose name is most like a text that names none, with one or two typing errors.
     *
     * @return ISO 3166-1 alpha-2; null when none or several are
     */
    public @Nullable String nearest(String written) {
        var key = STYLE.matcher(NameKey.of(written).plain()).replaceFirst("");
        if (key.length() < SHORTEST_NAME) {
            return null;
        }
        var allowed = key.length() >= LONG_NAME ? 2 : 1;
        var best = allowed + 1;
        var codes = new HashSet<String>();
        for (var name : byName.entrySet()) {
            if (Math.abs(name.getKey().length() - key.length()) <= allowed) {
                var distance = EditDistance.errors(key, name.getKey());
                if (distance < best) {
                    codes.clear();
                    best = distance;
                }
                if (distance == best && distance <= allowed) {
                    codes.add(name.getValue());
                }
            }
        }
        return codes.size() == 1 ? codes.iterator().next() : null;
    }

    /** Whether a code is that of a part of a country, e.g. {@code RE} of {@code FR}. */
    public static boolean isTerritory(String code, String country) {
        return TERRITORIES.getOrDefault(country, "").contains(code);
    }

    /** Its ISO 3166-1 alpha-3 code; null when it has none. */
    public @Nullable String alpha3(String code) {
        return byAlpha3.entrySet().stream()
                .filter(country -> country.getValue().equals(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Its name in English; the code itself when it is unknown. */
    public String name(String code) {
        return names.getOrDefault(code, code);
    }
}
