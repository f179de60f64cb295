package io.throughline.panel;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.throughline.date.Truth;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** The memberships of one member, by organization; many members have the same. */
record Stays(Map<String, Set<Stay>> byOrganization) {

    /** Reads facts as {@link Stay#of} does. */
    static Stays of(Value facts) {
        return new Stays(facts.asList(fact -> fact).stream()
                .collect(groupingBy(fact -> fact.get(0).asString(), mapping(Stay::of, toUnmodifiableSet()))));
    }

    /** 1, 0 (not recorded) or null (unknown). Of several memberships of one organization the one that tells most counts. */
    @Nullable Integer value(String organizationId, int year) {
        var truths = byOrganization.getOrDefault(organizationId, Set.of()).stream()
                .map(stay -> stay.in(year))
                .toList();
        if (truths.contains(Truth.HOLDS)) {
            return 1;
        }
        return truths.contains(Truth.UNKNOWN) ? null : 0;
    }
}
