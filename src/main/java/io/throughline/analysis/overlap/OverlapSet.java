package io.throughline.analysis.overlap;

import io.throughline.model.membership.Coverage;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One organization as a set of cities and regions.
 *
 * @param size how many are in it
 * @param unknown of how many nobody can tell on the day asked for; 0 when no day is
 */
public record OverlapSet(String id, int size, int unknown, Coverage coverage) {

    /** Why nothing can be measured with it; empty when it can. */
    public Optional<String> doubt(@Nullable LocalDate day) {
        if (!coverage.completeOn(day)) {
            return Optional.of(
                    coverage.lists().isEmpty()
                            ? "%s: no list of members".formatted(id)
                            : "%s: no complete list of members%s".formatted(id, day == null ? "" : " for " + day));
        }
        return unknown == 0
                ? Optional.empty()
                : Optional.of("%s: of %d nobody can tell on %s".formatted(id, unknown, day));
    }
}
