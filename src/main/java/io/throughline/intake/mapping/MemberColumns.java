package io.throughline.intake.mapping;

import com.google.re2j.Pattern;
import io.throughline.intake.matching.ListedAgent;
import io.throughline.intake.matching.ListedAgent.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns that say who the member is. Invalid parts of a description are left out with a finding; without a name
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

    /** The format of identifiers in each scheme, with an example. */
    private enum Scheme {
        OWN("own", "[a-z0-9]+(?:[-.][a-z0-9]+)*", "cambridge-ma"),
        GEONAMES("geonames", "[1-9]\\d{0,9}", "2293538"),
        WIKIDATA("wikidata", "Q[1-9]\\d{0,11}", "Q100"),
        UNLOCODE("unlocode", "[A-Z]{2} ?[A-Z2-9]{3}", "US BOS"),
        ISO_3166_2("iso3166-2", "[A-Z]{2}-[A-Z0-9]{1,3}", "US-MA");

        private final String key;
        private final Pattern pattern;
        private final String example;

        Scheme(String key, String pattern, String example) {
            this.key = key;
            this.pattern = Pattern.compile(pattern);
            this.example = example;
        }
    }

    private static final Pattern WHOLE = Pattern.compile("(\\d{1,12})(?:\\.0+)?");
    private static final Pattern NEGATIVE = Pattern.compile("-[\\d.]+");

    /** The member; null, with a finding, if it has no name. */
    @Nullable ListedAgent read(RowCells cells, RowFindings findings) {
        var nameText = name.evaluate(cells, findings::refuse);
        if (nameText == null) {
            if (!findings.isRefused()) {
                findings.refuse("NO_NAME", name.column(), "the name of the member is missing");
            }
            return null;
        }
        var position = coordinates.read(cells, findings);
        return new ListedAgent(
                nameText,
                kind(cells, findings),
                text(country, cells, findings),
                text(state, cells, findings),
                identifiers(cells, findings),
                position == null ? null : position.latitude(),
                position == null ? null : position.longitude(),
                population(cells, findings));
    }

    private Kind kind(RowCells cells, RowFindings findings) {
        var kindName = text(kind, cells, findings);
        if (kind == null || kindName == null) {
            return Kind.ANY;
        }
        var constant = EnumNames.read(Kind.class, kindName);
        if (constant == null) {
            findings.note(
                    "NOT_A_WORD",
                    kind.column(),
                    "'%s' is not one of %s; read as ANY".formatted(kindName, EnumNames.allowed(Kind.class)));
            return Kind.ANY;
        }
        return constant;
    }

    private Map<String, String> identifiers(RowCells cells, RowFindings findings) {
        var result = new LinkedHashMap<String, String>();
        for (var scheme : Scheme.values()) {
            var value = identifiers.get(scheme.key);
            var text = text(value, cells, findings);
            if (value == null || text == null) {
                continue;
            }
            if (scheme.pattern.matcher(text).matches()) {
                result.put(scheme.key, text);
            } else {
                findings.note(
                        "NOT_AN_IDENTIFIER",
                        value.column(),
                        "'%s' is not a %s identifier such as %s; it is left out"
                                .formatted(text, scheme.key, scheme.example));
            }
        }
        return result;
    }

    private @Nullable Long population(RowCells cells, RowFindings findings) {
        var text = text(population, cells, findings);
        if (population == null || text == null) {
            return null;
        }
        var whole = WHOLE.matcher(text);
        if (whole.matches()) {
            return Long.valueOf(whole.group(1));
        }
        var negative = NEGATIVE.matcher(text).matches();
        findings.note(
                negative ? "NEGATIVE_POPULATION" : "NOT_A_POPULATION",
                population.column(),
                "'%s' is not a number of people in plain digits; it is left out".formatted(text));
        return null;
    }

    private static @Nullable String text(@Nullable ValueExpression value, RowCells cells, RowFindings findings) {
        return value == null ? null : value.evaluate(cells, findings::note);
    }
}
