package io.throughline.intake.mapping;

import com.google.re2j.Pattern;
import io.throughline.intake.matching.ListedAgent;
import io.throughline.intake.matching.ListedAgent.Kind;
import io.throughline.reference.id.IdSyntax;
import io.throughline.reference.id.IdentifierScheme;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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

    /** The key of ids of this graph among the identifiers of other registers. */
    private static final String OWN = "own";

    /** Three zeros after a dot could be thousands. */
    private static final Pattern WHOLE = Pattern.compile("(\\d{1,12})(?:[.,]0{1,2})?");

    /** Groups of three digits, all separated in the same way; a single dot could be a decimal point. */
    private static final Pattern GROUPED =
            Pattern.compile("(\\d{1,3}(?:(?:,\\d{3}){1,3}|(?:\\.\\d{3}){2,3}|(?: \\d{3}){1,3}"
                    + "|(?:[\\x{A0}\\x{2009}\\x{202F}]\\d{3}){1,3}|(?:['\\x{2019}]\\d{3}){1,3}))(?:[.,]0{1,2})?");

    private static final Pattern SCIENTIFIC = Pattern.compile("(\\d(?:[.,]\\d{1,11})?)[eE]\\+?(0?\\d|1[01])");
    private static final Pattern NEGATIVE = Pattern.compile("-[\\d.]+");

    /**
     * The members, in order; several if the mapping splits the cell with the name. None, with a finding, if there is no
     * name.
     */
    List<ListedAgent> read(RowCells cells, RowFindings findings) {
        var names = name.evaluateAll(cells, findings::refuse);
        if (names.isEmpty() && !findings.isRefused()) {
            findings.refuse("NO_NAME", name.column(), "the name of the member is missing");
        }
        var description = description(cells, names, findings);
        return names.stream().map(description::named).toList();
    }

    /** What the row says about its member, or about all its members. */
    private Description description(RowCells cells, List<String> names, RowFindings findings) {
        var kindOfAll = kind(cells, findings);
        var countryOfAll = text(country, cells, findings);
        var stateOfAll = text(state, cells, findings);
        var position = coordinates.read(cells, findings);
        var described = new Description(
                kindOfAll,
                countryOfAll,
                stateOfAll,
                identifiers(cells, findings),
                position,
                population(cells, findings));
        if (names.size() < 2 || !described.isAboutOne()) {
            return described;
        }
        findings.note(
                "DESCRIBES_SEVERAL",
                name.column(),
                "the cell names %d members (%s); identifiers, position and population can fit only one and are left out"
                        .formatted(names.size(), String.join(", ", names)));
        return new Description(kindOfAll, countryOfAll, stateOfAll, Map.of(), null, null);
    }

    /** A member without its name. */
    private record Description(
            Kind kind,
            @Nullable String country,
            @Nullable String state,
            Map<String, String> identifiers,
            CoordinateColumns.@Nullable Position position,
            @Nullable Long population) {

        /** Whether it says something that can only be true of one member. */
        boolean isAboutOne() {
            return !identifiers.isEmpty() || position != null || population != null;
        }

        ListedAgent named(String name) {
            return new ListedAgent(
                    name,
                    kind,
                    country,
                    state,
                    identifiers,
                    position == null ? null : position.latitude(),
                    position == null ? null : position.longitude(),
                    population);
        }
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
        read(OWN, IdSyntax::isNew, "cambridge-ma", result, cells, findings);
        for (var scheme : IdentifierScheme.values()) {
            read(scheme.key(), scheme::matches, scheme.example(), result, cells, findings);
        }
        return result;
    }

    private void read(
            String scheme,
            Predicate<String> syntax,
            String example,
            Map<String, String> result,
            RowCells cells,
            RowFindings findings) {
        var value = identifiers.get(scheme);
        var text = text(value, cells, findings);
        if (value == null || text == null) {
            return;
        }
        if (syntax.test(text)) {
            result.put(scheme, text);
        } else {
            findings.note(
                    "NOT_AN_IDENTIFIER",
                    value.column(),
                    "'%s' is not a %s identifier such as %s; it is left out".formatted(text, scheme, example));
        }
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
        var grouped = GROUPED.matcher(text);
        if (grouped.matches()) {
            return Long.valueOf(grouped.group(1).replaceAll("\\D", ""));
        }
        var scientific = SCIENTIFIC.matcher(text);
        if (scientific.matches()) {
            var number = new BigDecimal(scientific.group(1).replace(",", "."))
                    .scaleByPowerOfTen(Integer.parseInt(scientific.group(2)));
            if (number.stripTrailingZeros().scale() <= 0) {
                findings.note(
                        "ROUNDED_POPULATION",
                        population.column(),
                        "'%s' is a shortened number and may be rounded; it is read as %s"
                                .formatted(text, number.toBigInteger()));
                return number.longValueExact();
            }
        }
        var negative = NEGATIVE.matcher(text).matches();
        findings.note(
                negative ? "NEGATIVE_POPULATION" : "NOT_A_POPULATION",
                population.column(),
                "'%s' is not clearly a number of people; expected digits, e.g. 7737002 or 7,737,002; it is left out"
                        .formatted(text));
        return null;
    }

    private static @Nullable String text(@Nullable ValueExpression value, RowCells cells, RowFindings findings) {
        return value == null ? null : value.evaluate(cells, findings::note);
    }
}
