package io.throughline.analysis.panel;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.throughline.reference.date.Truth;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** The memberships of one member, by organization; many members have the same. */
record MemberSpells(Map<String, Set<SpellBounds>> byOrganization) {

    /** Reads facts as {@link SpellBounds#of} does. */
    static MemberSpells of(Value facts) {
        return new MemberSpells(facts.asList(fact -> fact).stream()
                .collect(groupingBy(fact -> fact.get(0).asString(), mapping(SpellBounds::of, toUnmodifiableSet()))));
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
