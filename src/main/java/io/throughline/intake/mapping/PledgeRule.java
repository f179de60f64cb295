package io.throughline.intake.mapping;

import com.google.re2j.Pattern;
import io.throughline.writing.ledger.PledgeStatement;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says which pledge a row states together with a membership.
 *
 * @param text what is promised
 * @param target the date in words, if it is not a year
 * @param under the organization under which the pledge is made; null if the list names none
 */
record PledgeRule(
        RowCondition where,
        ValueExpression text,
        @Nullable ValueExpression targetYear,
        @Nullable ValueExpression target,
        @Nullable ValueExpression under) {

    private static final Pattern YEAR = Pattern.compile("(1[89]|2[01])\\d{2}");

    /** The pledge of a row; null if it states none, or, with a finding, if a part of it is invalid. */
    @Nullable PledgeStatement pledge(RowCells cells, RowFindings findings) {
        if (!where.holds(cells)) {
            return null;
        }
        var promised = text.evaluate(cells, findings::note);
        if (promised == null) {
            return null;
        }
        var year = evaluate(targetYear, cells, findings);
        if (year != null && !YEAR.matches(year)) {
            findings.note(
                    "NOT_A_YEAR",
                    targetYear == null ? null : targetYear.column(),
                    "'%s' is not a year from 1800 to 2199; the pledge is left out".formatted(year));
            return null;
        }
        return new PledgeStatement(
                promised,
                year == null ? null : Integer.valueOf(year),
                year == null ? evaluate(target, cells, findings) : null,
                evaluate(under, cells, findings));
    }

    /** The columns that determine the pledge. */
    Set<String> columns() {
        var columns = new LinkedHashSet<>(where.tests().keySet());
        columns.addAll(text.columns());
        for (var value : new ValueExpression[] {targetYear, target, under}) {
            if (value != null) {
                columns.addAll(value.columns());
            }
        }
        return columns;
    }

    private static @Nullable String evaluate(@Nullable ValueExpression value, RowCells cells, RowFindings findings) {
        return value == null ? null : value.evaluate(cells, findings::note);
    }
}
