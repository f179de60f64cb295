package io.throughline.analysis.overlap;

import io.throughline.model.membership.Coverage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One organization as a set of cities and regions.
 *
 * @param size number of members
 * @param unknown number of those for whom membership is unknown on the requested day; 0 without a day
 */
public record OverlapSet(String id, int size, int unknown, Coverage coverage) {

    /** Which of these sets decided who was recorded in this one; empty if none. */
    public Optional<String> selectionCaveat(List<OverlapSet> sets) {
        var deciding = sets.stream()
                .map(OverlapSet::id)
                .filter(coverage.selectedFrom()::contains)
                .toList();
        return deciding.isEmpty()
                ? Optional.empty()
                : Optional.of("%s: some of its members are recorded only because they are in the lists of %s"
                        .formatted(id, String.join(" and ", deciding)));
    }

    /** Why comparisons with this set are not measurable; empty if they are. */
    public Optional<String> caveat(@Nullable LocalDate day) {
        if (!coverage.completeOn(day)) {
            return Optional.of(
                    coverage.lists().isEmpty()
                            ? "%s: no list of members".formatted(id)
                            : "%s: no complete list of members%s".formatted(id, day == null ? "" : " for " + day));
        }
        return unknown == 0
                ? Optional.empty()
                : Optional.of("%s: membership unknown for %d on %s".formatted(id, unknown, day));
    }
}
