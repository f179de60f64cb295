package io.throughline.analysis.overlap;

import io.throughline.infra.builder.StagedBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The overlap of two sets. An undefined value is null (never NaN), and {@code reason} says why.
 *
 * @param aId the organization that comes first in the request
 * @param intersection |A ∩ B|
 * @param union |A ∪ B|
 * @param jaccard |A ∩ B| / |A ∪ B| (Jaccard 1901); null if both are empty
 * @param overlapCoefficient |A ∩ B| / min(|A|, |B|) (Szymkiewicz 1934, Simpson 1943); null if one is empty
 * @param containmentAinB |A ∩ B| / |A|; null if A is empty
 * @param containmentBinA |A ∩ B| / |B|; null if B is empty
 * @param chance what chance would give; null if not requested or not available
 * @param adjustedPValue corrected over all pairs of the answer; null if there is no p-value
 * @param measurable whether both lists are complete
 * @param reason why it is not measurable or values are missing; null if there is nothing to report
 */
@StagedBuilder
record OverlapPair(
        String aId,
        String bId,
        int sizeA,
        int sizeB,
        int intersection,
        int union,
        @Nullable Double jaccard,
        @Nullable Double overlapCoefficient,
        @Nullable Double containmentAinB,
        @Nullable Double containmentBinA,
        @Nullable Chance chance,
        @Nullable Double adjustedPValue,
        boolean measurable,
        @Nullable String reason) {

    /**
     * What two sets of these sizes would share if drawn at random from the universe.
     *
     * @param expected |A| · |B| / N members
     * @param lift shared / expected; null if nothing is expected
     * @param logPValue natural logarithm of P(X &gt;= shared), see {@link HypergeometricPValue}
     */
    record Chance(double expected, @Nullable Double lift, double logPValue) {

        static Chance of(int shared, int a, int b, int universe) {
            var expected = (double) a * b / universe;
            return new Chance(
                    expected,
                    expected == 0 ? null : shared / expected,
                    HypergeometricPValue.logUpperTail(shared, a, b, universe));
        }
    }

    /**
     * Compares two sets.
     *
     * @param shared number of members of both sets
     * @param universe size of the universe; null if the caller gives none
     * @param allowIncomplete whether to compute chance values from incomplete lists too
     * @param day the requested day; null for what is recorded today
     */
    static OverlapPair of(
            OverlapSet a,
            OverlapSet b,
            int shared,
            @Nullable Integer universe,
            boolean allowIncomplete,
            @Nullable LocalDate day) {
        var caveats = OverlapCaveats.about(List.of(a, b), universe, day);
        var chance =
                universe == null || universe == 0 || !(caveats.measurable() || allowIncomplete && caveats.independent())
                        ? null
                        : Chance.of(shared, a.size(), b.size(), universe);
        return OverlapPairBuilder.builder()
                .aId(a.id())
                .bId(b.id())
                .sizeA(a.size())
                .sizeB(b.size())
                .intersection(shared)
                .union(a.size() + b.size() - shared)
                .measurable(caveats.measurable())
                .jaccard(OverlapCaveats.ratio(shared, a.size() + b.size() - shared))
                .overlapCoefficient(OverlapCaveats.ratio(shared, Math.min(a.size(), b.size())))
                .containmentAinB(OverlapCaveats.ratio(shared, a.size()))
                .containmentBinA(OverlapCaveats.ratio(shared, b.size()))
                .chance(chance)
                .reason(caveats.reason())
                .build();
    }

    /** Adds p-values corrected over all pairs that have one. */
    static List<OverlapPair> adjusted(List<OverlapPair> pairs) {
        var values = pairs.stream()
                .map(OverlapPair::pValue)
                .flatMap(Stream::ofNullable)
                .toList();
        var adjusted = BenjaminiHochberg.adjust(values).iterator();
        return pairs.stream()
                .map(pair -> pair.chance == null ? pair : pair.withAdjusted(adjusted.next()))
                .toList();
    }

    public @Nullable Double expected() {
        return chance == null ? null : chance.expected();
    }

    public @Nullable Double lift() {
        return chance == null ? null : chance.lift();
    }

    /** P(X &gt;= shared), 0 to 1; 0 if smaller than any double. */
    public @Nullable Double pValue() {
        return chance == null ? null : Math.exp(chance.logPValue());
    }

    public @Nullable Double log10PValue() {
        return chance == null ? null : chance.logPValue() / Math.log(10);
    }

    private OverlapPair withAdjusted(double value) {
        return OverlapPairBuilder.builder(this).adjustedPValue(value).build();
    }
}
