package io.throughline.analysis.overlap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What limits a comparison of sets: incomplete lists and undefined values.
 *
 * @param measurable whether all lists are complete and none was selected from another
 * @param independent whether no list was selected from another, without which chance means nothing
 * @param reasons why lists are incomplete or values are missing
 */
record OverlapCaveats(boolean measurable, boolean independent, List<String> reasons) {

    /**
     * Collects the caveats of a comparison.
     *
     * @param universe size of the universe; null if the caller gives none
     * @param day the requested day; null for what is recorded today
     */
    static OverlapCaveats about(List<OverlapSet> sets, @Nullable Integer universe, @Nullable LocalDate day) {
        var reasons = new ArrayList<String>();
        var selected =
                sets.stream().flatMap(set -> set.selectionCaveat(sets).stream()).toList();
        var caveats = Stream.concat(sets.stream().flatMap(set -> set.caveat(day).stream()), selected.stream())
                .toList();
        if (!caveats.isEmpty()) {
            reasons.add("Not measurable: " + String.join("; ", caveats) + ".");
        }
        if (universe == null) {
            reasons.add("No universe is given, so there is no expected value.");
        } else if (universe == 0) {
            reasons.add("The universe is empty.");
        }
        var empty =
                sets.stream().filter(set -> set.size() == 0).map(OverlapSet::id).toList();
        if (!empty.isEmpty()) {
            reasons.add("No members of %s are %s, so ratios to it are undefined."
                    .formatted(String.join(" and of ", empty), day == null ? "recorded" : "certain on " + day));
        }
        return new OverlapCaveats(caveats.isEmpty(), selected.isEmpty(), reasons);
    }

    /** The reasons as text; null if there are none. */
    @Nullable String reason() {
        return reasons.isEmpty() ? null : String.join(" ", reasons);
    }

    /** Adds a reason. */
    OverlapCaveats and(String reason) {
        var all = new ArrayList<>(reasons);
        all.add(reason);
        return new OverlapCaveats(measurable, independent, all);
    }

    /** A ratio; null (undefined) if {@code whole} is 0. */
    static @Nullable Double ratio(int part, int whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
