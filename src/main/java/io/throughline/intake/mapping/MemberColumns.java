package io.throughline.intake.mapping;

import com.google.re2j.Pattern;
import io.throughline.intake.matching.ListedAgent;
import io.throughline.intake.matching.ListedAgent.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a row says who the member is. What cannot be used of a description is left out and remarked on; without a name
 * there is no member.
 *
 * @param identifiers by scheme, as in {@link ListedAgent}
 */
record MemberColumns(
        ValueExpression name,
        @Nullable ValueExpression kind,
        @Nullable ValueExpression country,
        @Nullable ValueExpression state,
        CoordinateColumns coordinates,
        @Nullable ValueExpression population,
        Map<String, ValueExpression> identifiers) {

    /** What an identifier of each scheme looks like, and an example of one. */
    private enum Scheme {
        OWN("own", "[a-z0-9]+(?:[-.][a-z0-9]+)*", "cambridge-ma"),
        GEONAMES("geonames", "[1-9]\\d{0,9}", "2293538"),
        WIKIDATA("wikidata", "Q[1-9]\\d{0,11}", "Q100"),
        UNLOCODE("unlocode", "[A-Z]{2} ?[A-Z2-9]{3}", "US BOS"),
        ISO_3166_2("iso3166-2", "[A-Z]{2}-[A-Z0-9]{1,3}", "US-MA");

        private final String key;
        private final Pattern form;
        private final String example;

        Scheme(String key, String form, String example) {
            this.key = key;
            this.form = Pattern.compile(form);
            this.example = example;
        }
    }

    private static final Pattern WHOLE = Pattern.compile("(\\d{1,12})(?:\\.0+)?");
    private static final Pattern NEGATIVE = Pattern.compile("-[\\d.]+");

    /** The member; null when it has no name, which is remarked on. */
    @Nullable ListedAgent take(RowCells cells, RowFindings remarks) {
        var written = name.take(cells, remarks::refuse);
        if (written == null) {
            if (!remarks.isRefused()) {
                remarks.refuse("NO_NAME", name.column(), "the name of the member is missing");
            }
            return null;
        }
        var position = coordinates.take(cells, remarks);
        return new ListedAgent(
                written,
                kind(cells, remarks),
                text(country, cells, remarks),
                text(state, cells, remarks),
                identifiers(cells, remarks),
                position == null ? null : position.latitude(),
                position == null ? null : position.longitude(),
                population(cells, remarks));
    }

    private Kind kind(RowCells cells, RowFindings remarks) {
        var word = text(kind, cells, remarks);
        if (kind == null || word == null) {
            return Kind.ANY;
        }
        var read = EnumNames.read(Kind.class, word);
        if (read == null) {
            remarks.note(
                    "NOT_A_WORD",
                    kind.column(),
                    "'%s' is none of %s; taken as ANY".formatted(word, EnumNames.allowed(Kind.class)));
            return Kind.ANY;
        }
        return read;
    }

    private Map<String, String> identifiers(RowCells cells, RowFindings remarks) {
        var read = new LinkedHashMap<String, String>();
        for (var scheme : Scheme.values()) {
            var value = identifiers.get(scheme.key);
            var text = text(value, cells, remarks);
            if (value == null || text == null) {
                continue;
            }
            if (scheme.form.matcher(text).matches()) {
                read.put(scheme.key, text);
            } else {
                remarks.note(
                        "NOT_AN_IDENTIFIER",
                        value.column(),
                        "'%s' is no identifier of %s such as %s and is left out"
                                .formatted(text, scheme.key, scheme.example));
            }
        }
        return read;
    }

    private @Nullable Long population(RowCells cells, RowFindings remarks) {
        var text = text(population, cells, remarks);
        if (population == null || text == null) {
            return null;
        }
        var whole = WHOLE.matcher(text);
        if (whole.matches()) {
            return Long.valueOf(whole.group(1));
        }
        var negative = NEGATIVE.matcher(text).matches();
        remarks.note(
                negative ? "NEGATIVE_POPULATION" : "NOT_A_POPULATION",
                population.column(),
                "'%s' is no number of people in plain digits and is left out".formatted(text));
        return null;
    }

    private static @Nullable String text(@Nullable ValueExpression value, RowCells cells, RowFindings remarks) {
        return value == null ? null : value.take(cells, remarks::note);
    }
}
