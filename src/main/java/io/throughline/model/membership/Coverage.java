package io.throughline.model.membership;

import static java.util.stream.Collectors.toCollection;

import io.throughline.reference.date.PartialDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How much of an organization's membership is known.
 *
 * @param time the day for which the members were counted, if not as recorded today
 * @param known agents recorded as member or signatory, each counted once
 * @param lists the lists the members were taken from
 * @param isWholeList whether the members counted are exactly those of a complete list
 */
public record Coverage(
        String organizationId, MembershipTime time, int known, List<MemberList> lists, boolean isWholeList) {

    /** The organizations whose lists decided which members were recorded; empty if a whole list was recorded as well. */
    public Set<String> selectedFrom() {
        return lists.stream().anyMatch(list -> list.selection() == ListSelection.WHOLE)
                ? Set.of()
                : lists.stream()
                        .flatMap(list -> list.selectedFromIds().stream())
                        .collect(toCollection(TreeSet::new));
    }

    /** YES when the members counted are those of a complete list, otherwise NO when a list is incomplete, otherwise UNKNOWN. */
    public Completeness complete() {
        if (completeOn(time.asOf())) {
            return Completeness.YES;
        }
        return lists.stream().anyMatch(list -> list.complete() == Completeness.NO)
                ? Completeness.NO
                : Completeness.UNKNOWN;
    }

    /**
     * Whether the members on a day are complete, according to a list for that day. A list for another day says nothing
     * about it, nor does a list of some day in a month.
     *
     * @param on null for the members as recorded today, who are those of a complete list or not
     */
    public boolean completeOn(@Nullable LocalDate on) {
        return on == null
                ? isWholeList
                : lists.stream().anyMatch(list -> list.complete() == Completeness.YES && isOf(list.asOf(), on));
    }

    private static boolean isOf(@Nullable PartialDate asOf, LocalDate day) {
        return asOf != null && day.equals(asOf.earliest()) && day.equals(asOf.latest());
    }
}
