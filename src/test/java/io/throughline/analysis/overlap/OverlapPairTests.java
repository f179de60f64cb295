package io.throughline.analysis.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.membership.Completeness;
import io.throughline.model.membership.Coverage;
import io.throughline.model.membership.ListSelection;
import io.throughline.model.membership.MemberList;
import io.throughline.model.membership.MembershipTime;
import io.throughline.reference.date.PartialDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverlapPairTests {

    @Test
    void measuresCompleteLists() {
        var pair = OverlapPair.of(set("a", 4, Completeness.YES), set("b", 6, Completeness.YES), 2, 12, false, null);
        assertThat(pair.union()).isEqualTo(8);
        assertThat(pair.jaccard()).isEqualTo(0.25);
        assertThat(pair.overlapCoefficient()).isEqualTo(0.5);
        assertThat(pair.containmentAinB()).isEqualTo(0.5);
        assertThat(pair.containmentBinA()).isEqualTo(2 / 6.0);
        assertThat(pair.expected()).isEqualTo(2.0);
        assertThat(pair.lift()).isEqualTo(1.0);
        assertThat(pair.pValue()).isBetween(0.72727, 0.72728); // (C(4,2)C(8,4) + C(4,3)C(8,3) + C(4,4)C(8,2)) / C(12,6)
        assertThat(pair.measurable()).isTrue();
        assertThat(pair.reason()).isNull();
    }

    @Test
    void givesNoPValueForAnIncompleteListUnlessAllowed() {
        var a = set("a", 4, Completeness.YES);
        var b = set("b", 6, Completeness.NO);
        var refused = OverlapPair.of(a, b, 2, 12, false, null);
        assertThat(refused.jaccard()).isEqualTo(0.25);
        assertThat(refused.expected()).isNull();
        assertThat(refused.lift()).isNull();
        assertThat(refused.pValue()).isNull();
        assertThat(refused.log10PValue()).isNull();
        assertThat(refused.measurable()).isFalse();
        assertThat(refused.reason()).isEqualTo("Not measurable: b: no complete list of members.");
        var allowed = OverlapPair.of(a, b, 2, 12, true, null);
        assertThat(allowed.pValue()).isNotNull();
        assertThat(allowed.measurable()).isFalse();
        assertThat(allowed.reason()).isEqualTo(refused.reason());
    }

    @Test
    void undefinedValuesAreNullWithAReason() {
        var pair = OverlapPair.of(set("a", 0, Completeness.YES), set("b", 0, Completeness.YES), 0, 0, false, null);
        assertThat(pair.jaccard()).isNull();
        assertThat(pair.overlapCoefficient()).isNull();
        assertThat(pair.containmentAinB()).isNull();
        assertThat(pair.pValue()).isNull();
        assertThat(pair.reason())
                .isEqualTo(
                        "The universe is empty. No members of a and of b are recorded, so ratios to it are undefined.");
        var earlier = OverlapPair.of(
                set("a", 0, Completeness.YES), set("b", 3, Completeness.YES), 0, 5, false, LocalDate.of(2010, 1, 1));
        assertThat(earlier.reason())
                .endsWith(" No members of a are certain on 2010-01-01, so ratios to it are undefined.");
        var half = OverlapPair.of(set("a", 0, Completeness.YES), set("b", 3, Completeness.YES), 0, 5, false, null);
        assertThat(half.jaccard()).isZero();
        assertThat(half.overlapCoefficient()).isNull();
        assertThat(half.containmentBinA()).isZero();
        assertThat(half.expected()).isZero();
        assertThat(half.lift()).isNull();
        assertThat(half.pValue()).isEqualTo(1);
    }

    @Test
    void expectsNothingWithoutAUniverse() {
        var pair = OverlapPair.of(set("a", 4, Completeness.YES), set("b", 6, Completeness.YES), 2, null, true, null);
        assertThat(pair.expected()).isNull();
        assertThat(pair.pValue()).isNull();
        assertThat(pair.measurable()).isTrue();
        assertThat(pair.reason()).isEqualTo("No universe is given, so there is no expected value.");
    }

    @Test
    void aListIsCompleteOnlyForItsOwnDay() {
        var a = set("a", 4, Completeness.YES, "2024-11-30");
        var day = LocalDate.parse("2024-11-30");
        assertThat(OverlapPair.of(a, a, 4, null, false, day).measurable()).isTrue();
        var later = OverlapPair.of(a, set("b", 2, Completeness.YES), 1, null, false, LocalDate.parse("2024-12-01"));
        assertThat(later.measurable()).isFalse();
        assertThat(later.reason())
                .startsWith(
                        "Not measurable: a: no complete list of members for 2024-12-01; b: no complete list of members for 2024-12-01.");
        var doubtful = new OverlapSet("c", 1, 3, a.coverage());
        assertThat(OverlapPair.of(a, doubtful, 1, null, false, day).reason())
                .startsWith("Not measurable: c: membership unknown for 3 on 2024-11-30.");
    }

    @Test
    void adjustsOverThePairsWithAPValue() {
        var a = set("a", 4, Completeness.YES);
        var b = set("b", 6, Completeness.YES);
        var none = OverlapPair.of(a, b, 2, null, false, null);
        var some = OverlapPair.of(a, b, 4, 12, false, null);
        var more = OverlapPair.of(a, b, 2, 12, false, null);
        assertThat(OverlapPair.adjusted(List.of(none, some, more)))
                .extracting(OverlapPair::adjustedPValue)
                .containsExactly(null, 2 * Objects.requireNonNull(some.pValue()), more.pValue());
    }

    @Test
    void aListSelectedFromTheOtherIsNotMeasured() {
        var c40 = set("c40", 4, Completeness.YES);
        var selection = list(Completeness.NO, null, ListSelection.SELECTION, List.of("c40"));
        var gcom =
                new OverlapSet("gcom", 4, 0, new Coverage("gcom", MembershipTime.NONE, 4, List.of(selection), false));
        var pair = OverlapPair.of(c40, gcom, 4, 12, true, null);
        assertThat(pair.measurable()).isFalse();
        assertThat(pair.pValue()).isNull();
        assertThat(pair.reason())
                .isEqualTo(
                        "Not measurable: gcom: no complete list of members; gcom: some of its members are recorded only because"
                                + " they are in the lists of c40.");
        assertThat(OverlapPair.of(set("iclei", 4, Completeness.YES), gcom, 4, 12, true, null)
                        .pValue())
                .isNotNull();
        var whole = list(Completeness.UNKNOWN, null, ListSelection.WHOLE, List.of());
        var both = new OverlapSet(
                "gcom", 4, 0, new Coverage("gcom", MembershipTime.NONE, 4, List.of(selection, whole), false));
        assertThat(OverlapPair.of(c40, both, 4, 12, true, null).reason())
                .isEqualTo("Not measurable: gcom: no complete list of members.");
    }

    private static MemberList list(
            Completeness complete, @Nullable String asOf, ListSelection selection, List<String> selectedFrom) {
        return new MemberList(
                "list", "source", PartialDate.parseNullable(asOf), complete, selection, null, selectedFrom, null);
    }

    private static OverlapSet set(String id, int size, Completeness complete) {
        return set(id, size, complete, null);
    }

    private static OverlapSet set(String id, int size, Completeness complete, @Nullable String asOf) {
        var list = list(complete, asOf, ListSelection.WHOLE, List.of());
        return new OverlapSet(
                id,
                size,
                0,
                new Coverage(id, MembershipTime.NONE, size, List.of(list), list.complete() == Completeness.YES));
    }
}
