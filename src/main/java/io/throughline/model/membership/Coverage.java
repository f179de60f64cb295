package io.throughline.model.membership;

import io.throughline.reference.date.PartialDate;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of an organization's membership is known.
 *
 * @param known agents recorded as member or signatory, each counted once
 * @param lists the lists the members were taken from
 */
public record Coverage(String organizationId, int known, List<MemberList> lists) {

    /** YES when one of the lists is complete, otherwise NO when one is incomplete, otherwise UNKNOWN. */
    public Completeness complete() {
        if (lists.stream().anyMatch(list -> list.complete() == Completeness.YES)) {
            return Completeness.YES;
        }
        return lists.stream().anyMatch(list -> list.complete() == Completeness.NO)
                ? Completeness.NO
                : Completeness.UNKNOWN;
    }

    /**
     * Whether the members on a day are complete, according to a list for that day. A list for another day says nothing
     * about it.
     *
     * @param day null for the members as recorded, whatever the day of the list
     */
    public boolean completeOn(@Nullable LocalDate day) {
        return lists.stream()
                .anyMatch(list -> list.complete() == Completeness.YES && (day == null || covers(list.asOf(), day)));
    }

    private static boolean covers(@Nullable PartialDate asOf, LocalDate day) {
        return asOf != null
                && asOf.earliest() != null
                && asOf.latest() != null
                && !day.isBefore(asOf.earliest())
                && !day.isAfter(asOf.latest());
    }
}
