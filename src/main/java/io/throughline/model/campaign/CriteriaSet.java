package io.throughline.model.campaign;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import io.throughline.reference.date.PartialDate;
import io.throughline.reference.date.Truth;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * The criteria for joining, as one source lists them.
 *
 * @param validFrom when it took effect; null when not recorded
 * @param validTo the first day on which it no longer held; null when not recorded
 * @param seen when the latest source that lists it was published; null when not recorded
 */
record CriteriaSet(
        String id,
        String name,
        String statedForId,
        @Nullable PartialDate validFrom,
        @Nullable PartialDate validTo,
        @Nullable PartialDate seen,
        @Nullable String note)
        implements Entity {

    static CriteriaSet of(Node node) {
        var set = NodeReader.of(node);
        return new CriteriaSet(
                set.id(),
                set.required("name"),
                set.required("statedForId"),
                PartialDate.parseNullable(set.text("validFrom")),
                PartialDate.parseNullable(set.text("validTo")),
                PartialDate.parseNullable(set.text("seen")),
                set.text("note"));
    }

    /** Whether it held on a day. */
    Truth holdsAt(LocalDate day) {
        return Truth.on(validFrom, validTo, seen, day);
    }

    /**
     * Picks, from several sets for one organization, the one that held on a day, or else one that may have held; null
     * when none may have. Of several such sets, picks the one that began last.
     *
     * @param day null for the one that began last
     */
    static @Nullable CriteriaSet asOf(List<CriteriaSet> sets, @Nullable LocalDate day) {
        return sets.stream()
                .filter(set -> day == null || set.holdsAt(day) != Truth.DOES_NOT_HOLD)
                .min(Comparator.comparing((CriteriaSet set) -> day == null ? Truth.HOLDS : set.holdsAt(day))
                        .thenComparing(CriteriaSet::start, Comparator.reverseOrder()))
                .orElse(null);
    }

    private LocalDate start() {
        return validFrom == null || validFrom.earliest() == null ? LocalDate.MIN : validFrom.earliest();
    }
}
