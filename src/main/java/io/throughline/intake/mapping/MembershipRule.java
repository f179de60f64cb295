package io.throughline.intake.mapping;

import io.throughline.intake.matching.ListedAgent;
import io.throughline.model.membership.Directness;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.source.Rank;
import io.throughline.model.source.Status;
import io.throughline.model.source.Strength;
import io.throughline.reference.date.PartialDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a row, or a tag of it, states a membership.
 *
 * @param places the columns that a locator names
 */
record MembershipRule(
        RowCondition where,
        ValueExpression organization,
        ValueExpression role,
        ViaRule via,
        @Nullable ValueExpression directness,
        @Nullable ValueExpression status,
        @Nullable DateValue asOf,
        @Nullable DateValue validFrom,
        @Nullable DateValue validTo,
        Strength strength,
        Rank rank,
        TextTemplate printed,
        @Nullable TextTemplate note,
        Set<String> places) {

    /**
     * The memberships that a row states by this rule, one for each road; none when something in them cannot be used,
     * which is remarked on.
     *
     * @param year the year of a tag, which is when the statement is about; null when there is none
     * @param remarks of this statement alone
     */
    List<StatedMembership> state(ListedAgent member, RowCells cells, @Nullable String year, RowFindings remarks) {
        var organizationId = required("organization", organization, cells, remarks);
        var roleWord = word(MembershipRole.class, required("role", role, cells, remarks), role, remarks);
        var directnessWord = word(Directness.class, text(directness, cells, remarks), directness, remarks);
        var statusWord = word(Status.class, text(status, cells, remarks), status, remarks);
        var said = year == null ? date(asOf, "asOf", cells, remarks) : PartialDate.parse(year);
        var from = date(validFrom, "validFrom", cells, remarks);
        var to = date(validTo, "validTo", cells, remarks);
        if (validTo != null && endsBeforeItBegins(from, to)) {
            remarks.refuse("ENDS_BEFORE_IT_BEGINS", validTo.value().column(), "validTo lies before validFrom");
        }
        var roads = via.take(cells, remarks);
        if (remarks.isRefused() || organizationId == null || roleWord == null) {
            return List.of();
        }
        return roads.stream()
                .map(road -> new StatedMembership(
                        member,
                        roleWord,
                        organizationId,
                        road.viaIds(),
                        road.status(),
                        directnessWord,
                        from,
                        to,
                        said,
                        statusWord,
                        strength,
                        rank,
                        locator(cells),
                        printed.of(cells),
                        false,
                        note == null ? null : note.of(cells)))
                .toList();
    }

    /** The columns that decide what the membership is, apart from who the member is. */
    Set<String> columns() {
        var columns = new LinkedHashSet<>(where.tests().keySet());
        columns.addAll(organization.columns());
        columns.addAll(role.columns());
        via.parts().forEach(part -> columns.addAll(part.columns()));
        add(directness, columns);
        add(status, columns);
        add(asOf, columns);
        add(validFrom, columns);
        add(validTo, columns);
        return columns;
    }

    private String locator(RowCells cells) {
        var word = places.size() == 1 ? "column" : "columns";
        return "line %d, %s %s".formatted(cells.line(), word, String.join(", ", places));
    }

    private static boolean endsBeforeItBegins(@Nullable PartialDate from, @Nullable PartialDate to) {
        return from != null
                && to != null
                && from.earliest() != null
                && to.latest() != null
                && to.latest().isBefore(from.earliest());
    }

    private static @Nullable String required(String key, ValueExpression value, RowCells cells, RowFindings remarks) {
        var before = remarks.isRefused();
        var text = value.take(cells, remarks::refuse);
        if (text == null && before == remarks.isRefused()) {
            remarks.refuse("MISSING", value.column(), "the %s is missing".formatted(key));
        }
        return text;
    }

    private static @Nullable String text(@Nullable ValueExpression value, RowCells cells, RowFindings remarks) {
        return value == null ? null : value.take(cells, remarks::refuse);
    }

    private static <E extends Enum<E>> @Nullable E word(
            Class<E> words, @Nullable String word, @Nullable ValueExpression value, RowFindings remarks) {
        if (word == null || value == null) {
            return null;
        }
        var read = EnumNames.read(words, word);
        if (read == null) {
            remarks.refuse(
                    "NOT_A_WORD", value.column(), "'%s' is none of %s".formatted(word, EnumNames.allowed(words)));
        }
        return read;
    }

    private static @Nullable PartialDate date(
            @Nullable DateValue date, String key, RowCells cells, RowFindings remarks) {
        return date == null ? null : date.take(cells, key, remarks);
    }

    private static void add(@Nullable ValueExpression value, Set<String> columns) {
        if (value != null) {
            columns.addAll(value.columns());
        }
    }

    private static void add(@Nullable DateValue date, Set<String> columns) {
        if (date != null) {
            columns.addAll(date.value().columns());
        }
    }
}
