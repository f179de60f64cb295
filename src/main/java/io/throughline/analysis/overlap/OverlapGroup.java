package io.throughline.analysis.overlap;

import io.throughline.infra.builder.StagedBuilder;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The joint overlap of all sets. An undefined value is null (never NaN), and {@code reason} says why.
 *
 * @param intersection number of members of all sets
 * @param union number of members of any set
 * @param jaccard intersection / union; null if all are empty
 * @param overlapCoefficient intersection / size of the smallest set; null if one is empty
 * @param expected N times the product of the sets' shares of the universe; null if not requested or not available
 * @param lift intersection / expected; null if {@code expected} is null or 0
 * @param logPValue natural logarithm of P(X &gt;= intersection), see {@link MultiSetPValue}
 * @param measurable whether all lists are complete
 * @param reason why it is not measurable or values are missing; null if there is nothing to report
 */
@StagedBuilder
record OverlapGroup(
        int intersection,
        int union,
        @Nullable Double jaccard,
        @Nullable Double overlapCoefficient,
        @Nullable Double expected,
        @Nullable Double lift,
        @Nullable Double logPValue,
        boolean measurable,
        @Nullable String reason) {

    /**
     * Compares sets.
     *
     * @param sets at least two
     * @param shared number of members of all sets
     * @param universe size of the universe; null if the caller gives none
     * @param allowIncomplete whether to compute chance values from incomplete lists too
     * @param day the requested day; null for what is recorded today
     */
    static OverlapGroup of(
            List<OverlapSet> sets,
            int shared,
            int union,
            @Nullable Integer universe,
            boolean allowIncomplete,
            @Nullable LocalDate day) {
        var sizes = sets.stream().map(OverlapSet::size).toList();
        var caveats = OverlapCaveats.about(sets, universe, day);
        var smallest = Collections.min(sizes);
        Double expected = null;
        Double logP = null;
        if (universe != null && universe > 0 && (caveats.measurable() || allowIncomplete && caveats.independent())) {
            expected = sizes.stream().reduce((double) universe, (all, size) -> all * size / universe, (a, b) -> a * b);
            logP = MultiSetPValue.logUpperTail(shared, sizes, universe);
            if (logP == null) {
                caveats = caveats.and("The sets are too large to compute the exact p-value.");
            }
        }
        return OverlapGroupBuilder.builder()
                .intersection(shared)
                .union(union)
                .measurable(caveats.measurable())
                .jaccard(OverlapCaveats.ratio(shared, union))
                .overlapCoefficient(OverlapCaveats.ratio(shared, smallest))
                .expected(expected)
                .lift(expected == null || expected == 0 ? null : shared / expected)
                .logPValue(logP)
                .reason(caveats.reason())
                .build();
    }

    /** P(X &gt;= intersection), 0 to 1; 0 if smaller than any double. */
    public @Nullable Double pValue() {
        return logPValue == null ? null : Math.exp(logPValue);
    }

    public @Nullable Double log10PValue() {
        return logPValue == null ? null : logPValue / Math.log(10);
    }
}
