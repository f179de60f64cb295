package io.throughline.analysis.overlap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can not be said of sets that are compared, and why.
 *
 * @param measurable whether all lists are complete
 * @param reasons why they are not, and why values are missing
 */
record OverlapCaveats(boolean measurable, List<String> reasons) {

    /**
     * What is to be said about sets.
     *
     * @param universe how many could be in each; null when the caller names no universe
     * @param day the day asked for; null for what is recorded today
     */
    static OverlapCaveats about(List<OverlapSet> sets, @Nullable Integer universe, @Nullable LocalDate day) {
        var reasons = new ArrayList<String>();
        var doubts = sets.stream().flatMap(set -> set.doubt(day).stream()).toList();
        if (!doubts.isEmpty()) {
            reasons.add("Not measurable: " + String.join("; ", doubts) + ".");
        }
        if (universe == null) {
            reasons.add("No universe is named, so there is nothing to expect.");
        } else if (universe == 0) {
            reasons.add("The universe is empty.");
        }
        var empty =
                sets.stream().filter(set -> set.size() == 0).map(OverlapSet::id).toList();
        if (!empty.isEmpty()) {
            reasons.add("No member of %s is recorded, so shares of it have no value."
                    .formatted(String.join(" and of ", empty)));
        }
        return new OverlapCaveats(doubts.isEmpty(), reasons);
    }

    /** The reasons as a text; null when nothing is to be said. */
    @Nullable String reason() {
        return reasons.isEmpty() ? null : String.join(" ", reasons);
    }

    /** The same with one reason more. */
    OverlapCaveats and(String reason) {
        var all = new ArrayList<>(reasons);
        all.add(reason);
        return new OverlapCaveats(measurable, all);
    }

    /** A share; null, for it is not defined, when the whole is nothing. */
    static @Nullable Double ratio(int part, int whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
