package io.throughline.model.membership;

import io.throughline.reference.date.PartialDate;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of an organization's list of members is known.
 *
 * @param known agents recorded as member or signatory, each counted once
 * @param lists the lists the members were taken from
 */
public record Coverage(String organizationId, int known, List<MemberList> lists) {

    /** Complete when one of the lists is; not complete when all that say so are not. */
    public Completeness complete() {
        if (lists.stream().anyMatch(list -> list.complete() == Completeness.YES)) {
            return Completeness.YES;
        }
        return lists.stream().anyMatch(list -> list.complete() == Completeness.NO)
                ? Completeness.NO
                : Completeness.UNKNOWN;
    }

    /**
     * Whether the list is complete on a day: by the word of a list that speaks of that day. A list of another day says
     * nothing about it.
     *
     * @param day null for the list as it is recorded, whatever day it speaks of
     */
    public boolean completeOn(@Nullable LocalDate day) {
        return lists.stream()
                .anyMatch(list -> list.complete() == Completeness.YES && (day == null || speaksOf(list.asOf(), day)));
    }

    private static boolean speaksOf(@Nullable PartialDate asOf, LocalDate day) {
        return asOf != null
                && asOf.earliest() != null
                && asOf.latest() != null
                && !day.isBefore(asOf.earliest())
                && !day.isAfter(asOf.latest());
    }
}
