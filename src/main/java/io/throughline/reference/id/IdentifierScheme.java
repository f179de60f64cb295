package io.throughline.reference.id;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The registers whose identifiers are known here, and how these are written. */
public enum IdentifierScheme {
    /** https://www.geonames.org/: ids fit into nine digits. */
    GEONAMES("geonames", "[1-9]\\d{0,8}", "digits", "4930956"),
    /** https://www.wikidata.org/: a Q and a number. */
    WIKIDATA("wikidata", "Q[1-9]\\d{0,11}", "a Q and digits", "Q100"),
    /** UN/LOCODE of the UNECE: a country and a place, with or without a space between them. */
    UNLOCODE("unlocode", "[A-Z]{2} ?[A-Z2-9]{3}", "a country and three letters", "US BOS"),
    /** Subdivisions of countries by ISO 3166-2. */
    ISO_3166_2("iso3166-2", "[A-Z]{2}-[A-Z0-9]{1,3}", "a country and one to three letters or digits", "US-MA");

    private static final Map<String, IdentifierScheme> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(IdentifierScheme::key, scheme -> scheme));

    private final String key;
    private final Pattern form;
    private final String expected;
    private final String example;

    IdentifierScheme(String key, String form, String expected, String example) {
        this.key = key;
        this.form = Pattern.compile(form);
        this.expected = expected;
        this.example = example;
    }

    /** The scheme of an identifier, e.g. {@code geonames}; null for a register that is not known here. */
    public static @Nullable IdentifierScheme of(String key) {
        return BY_KEY.get(key);
    }

    /** What it is called in the graph, in mappings and in the schema. */
    public String key() {
        return key;
    }

    /** Whether an identifier is written as its register writes them. */
    public boolean matches(String value) {
        return form.matcher(value).matches();
    }

    /** What an identifier looks like, for a person, e.g. {@code a Q and digits, e.g. Q100}. */
    public String expected() {
        return expected + ", e.g. " + example;
    }

    /** An identifier of this register. */
    public String example() {
        return example;
    }
}
