package io.throughline.intake.mapping;

import io.throughline.infra.builder.StagedBuilder;
import io.throughline.intake.matching.ListedAgent;
import io.throughline.model.membership.Directness;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.source.Rank;
import io.throughline.model.source.Status;
import io.throughline.model.source.Strength;
import io.throughline.reference.date.PartialDate;
import io.throughline.writing.ledger.ClaimEvidenceBuilder;
import io.throughline.writing.ledger.MembershipStatementBuilder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says which membership a row, or a tag in it, states.
 *
 * @param sourceId the id of the list's source
 * @param locatorColumns the columns that a locator names
 */
@StagedBuilder
record MembershipRule(
        String sourceId,
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
        List<RowNote> notes,
        List<PledgeRule> pledges,
        Set<String> locatorColumns) {

    /**
     * The memberships that a row states by this rule, one per route; none, with a finding, if a part of them is
     * invalid.
     *
     * @param year the year in a tag, which becomes {@code asOf}; null if there is none
     * @param findings gets those about these memberships; must be empty
     */
    List<StatedMembership> memberships(
            ListedAgent member, RowCells cells, @Nullable String year, RowFindings findings) {
        var organizationId = required("organization", organization, cells, findings);
        var roleConstant = enumConstant(MembershipRole.class, required("role", role, cells, findings), role, findings);
        var directnessConstant =
                enumConstant(Directness.class, text(directness, cells, findings), directness, findings);
        var statusConstant = enumConstant(Status.class, text(status, cells, findings), status, findings);
        var asOfDate = year == null ? date(asOf, "asOf", cells, findings) : PartialDate.parse(year);
        var from = date(validFrom, "validFrom", cells, findings);
        var to = date(validTo, "validTo", cells, findings);
        if (validTo != null && endsBeforeStart(from, to)) {
            findings.refuse("ENDS_BEFORE_IT_BEGINS", validTo.value().column(), "validTo is before validFrom");
        }
        var routes = via.routes(cells, findings);
        if (findings.isRefused() || organizationId == null || roleConstant == null) {
            return List.of();
        }
        var evidence = ClaimEvidenceBuilder.builder()
                .sourceId(sourceId)
                .strength(strength)
                .rank(rank)
                .inferred(false)
                .locator(locator(cells))
                .printed(printed.render(cells))
                .asOf(asOfDate)
                .note(RowNote.render(notes, cells))
                .build();
        var promised = pledges.stream()
                .map(rule -> rule.pledge(cells, findings))
                .filter(Objects::nonNull)
                .toList();
        return routes.stream()
                .map(route -> MembershipStatementBuilder.builder()
                        .role(roleConstant)
                        .organizationId(organizationId)
                        .viaIds(route.viaIds())
                        .viaStatus(route.status())
                        .directness(directnessConstant)
                        .validFrom(from)
                        .validTo(to)
                        .status(statusConstant)
                        .build())
                .map(statement -> new StatedMembership(member, statement, promised, evidence))
                .toList();
    }

    /** The columns that determine the membership, except those about the member. */
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
        pledges.forEach(rule -> columns.addAll(rule.columns()));
        return columns;
    }

    private String locator(RowCells cells) {
        var word = locatorColumns.size() == 1 ? "column" : "columns";
        return "line %d, %s %s".formatted(cells.line(), word, String.join(", ", locatorColumns));
    }

    private static boolean endsBeforeStart(@Nullable PartialDate from, @Nullable PartialDate to) {
        return from != null
                && to != null
                && from.earliest() != null
                && to.latest() != null
                && to.latest().isBefore(from.earliest());
    }

    private static @Nullable String required(String key, ValueExpression value, RowCells cells, RowFindings findings) {
        var wasRefused = findings.isRefused();
        var text = value.evaluate(cells, findings::refuse);
        if (text == null && wasRefused == findings.isRefused()) {
            findings.refuse("MISSING", value.column(), "the %s is missing".formatted(key));
        }
        return text;
    }

    private static @Nullable String text(@Nullable ValueExpression value, RowCells cells, RowFindings findings) {
        return value == null ? null : value.evaluate(cells, findings::refuse);
    }

    private static <E extends Enum<E>> @Nullable E enumConstant(
            Class<E> type, @Nullable String name, @Nullable ValueExpression value, RowFindings findings) {
        if (name == null || value == null) {
            return null;
        }
        var constant = EnumNames.read(type, name);
        if (constant == null) {
            findings.refuse(
                    "NOT_A_WORD", value.column(), "'%s' is not one of %s".formatted(name, EnumNames.allowed(type)));
        }
        return constant;
    }

    private static @Nullable PartialDate date(
            @Nullable DateValue date, String key, RowCells cells, RowFindings findings) {
        return date == null ? null : date.read(cells, key, findings);
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
