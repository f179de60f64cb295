package io.throughline.intake.ingest;

import static java.util.Comparator.comparing;

import io.throughline.intake.ingest.PlannedLine.PlannedMembership;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why lines were left out, were rejected or are waiting.
 *
 * @param outcome LEFT_OUT, WAITING or REJECTED
 * @param reason for lines left out the reason that the mapping gives; otherwise the code of the finding that decided
 */
public record LineReason(LineOutcome outcome, String reason) {

    /** The reason that decides about a line with these memberships; null if none of them is rejected or waits. */
    static @Nullable LineReason deciding(List<PlannedMembership> memberships) {
        return memberships.stream()
                .map(PlannedMembership::reason)
                .filter(Objects::nonNull)
                .min(comparing(LineReason::outcome))
                .orElse(null);
    }
}
