package io.throughline.analysis.overlap;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far all sets overlap at once. A value that is not defined is null, and {@code reason} says why; none is ever NaN.
 *
 * @param intersection how many are in all of them
 * @param union how many are in any of them
 * @param jaccard intersection / union; null when all are empty
 * @param overlapCoefficient intersection / the size of the smallest; null when one is empty
 * @param expected N times the share of the universe that each is, multiplied; null when it is not asked for or not to be had
 * @param lift intersection / expected; null when nothing is expected
 * @param logPValue natural logarithm of P(X &gt;= intersection), see {@link MultiSetPValue}
 * @param measurable whether all lists are complete
 * @param reason why it is not measurable and why values are missing; null when nothing is to be said
 */
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
     * @param shared how many are in all of them
     * @param universe how many could be in each; null when the caller names no universe
     * @param allowIncomplete whether to compute what chance would give from lists that are not complete
     * @param day the day asked for; null for what is recorded today
     */
    static OverlapGroup of(
            List<OverlapSet> sets,
            int shared,
            int union,
            @Nullable Integer universe,
            boolean allowIncomplete,
            @Nullable LocalDate day) {
        var sizes = sets.stream().map(OverlapSet::size).toList();
        var doubts = OverlapCaveats.about(sets, universe, day);
        var smallest = Collections.min(sizes);
        Double expected = null;
        Double logP = null;
        if (universe != null && universe > 0 && (doubts.measurable() || allowIncomplete)) {
            expected = sizes.stream().reduce((double) universe, (all, size) -> all * size / universe, (a, b) -> a * b);
            logP = MultiSetPValue.logUpperTail(shared, sizes, universe);
            if (logP == null) {
                doubts = doubts.and("The sets are too large to sum all ways of sharing so many, so there is no p.");
            }
        }
        return new OverlapGroup(
                shared,
                union,
                OverlapCaveats.ratio(shared, union),
                OverlapCaveats.ratio(shared, smallest),
                expected,
                expected == null || expected == 0 ? null : shared / expected,
                logP,
                doubts.measurable(),
                doubts.reason());
    }

    /** P(X &gt;= intersection), 0 to 1; 0 when it is smaller than any double. */
    public @Nullable Double pValue() {
        return logPValue == null ? null : Math.exp(logPValue);
    }

    public @Nullable Double log10PValue() {
        return logPValue == null ? null : logPValue / Math.log(10);
    }
}
