package io.throughline.overlap;

import io.throughline.date.PartialDate;
import io.throughline.date.Truth;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * How a member stands to several organizations.
 *
 * @param in the ids of those it is in
 * @param unknown the ids of those of which nobody can tell on the day asked for; empty when no day is
 */
record Standing(Set<String> in, Set<String> unknown) {

    /**
     * Reads the facts of one member. Of several memberships of one organization the one that tells most counts.
     *
     * @param facts rows of {@code [organizationId, validFrom, validTo, days observed]}; without a day the id is enough
     * @param day null for what is recorded today
     */
    static Standing of(Value facts, @Nullable LocalDate day) {
        var in = new TreeSet<String>();
        var unknown = new TreeSet<String>();
        for (var fact : facts.values()) {
            var organizationId = fact.get(0).asString();
            switch (day == null ? Truth.HOLDS : on(fact, day)) {
                case HOLDS -> in.add(organizationId);
                case UNKNOWN -> unknown.add(organizationId);
                case DOES_NOT_HOLD -> {}
            }
        }
        unknown.removeAll(in);
        return new Standing(in, unknown);
    }

    boolean isIn(String organizationId) {
        return in.contains(organizationId);
    }

    boolean isUnknown(String organizationId) {
        return unknown.contains(organizationId);
    }

    private static Truth on(Value fact, LocalDate day) {
        return Truth.on(
                date(fact.get(1)),
                date(fact.get(2)),
                fact.get(3).asList(seen -> PartialDate.parse(seen.asString())),
                day);
    }

    private static @Nullable PartialDate date(Value value) {
        return value.isNull() ? null : PartialDate.parse(value.asString());
    }
}
