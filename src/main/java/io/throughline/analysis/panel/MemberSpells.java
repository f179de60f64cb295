package io.throughline.analysis.panel;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.throughline.reference.date.Truth;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** The spells of one member, by organization. A value: many members have equal spells and are counted together. */
record MemberSpells(Map<String, Set<SpellBounds>> byOrganization) {

    /** Reads the rows described at {@link SpellBounds#of}. */
    static MemberSpells of(Value facts) {
        return new MemberSpells(facts.asList(fact -> fact).stream()
                .collect(groupingBy(fact -> fact.get(0).asString(), mapping(SpellBounds::of, toUnmodifiableSet()))));
    }

    /**
     * Returns 1 (member in that year), 0 (not recorded) or null (unknown). Of several memberships in one organization,
     * a certain one wins.
     */
    @Nullable Integer value(String organizationId, int year) {
        var truths = byOrganization.getOrDefault(organizationId, Set.of()).stream()
                .map(spell -> spell.in(year))
                .toList();
        if (truths.contains(Truth.HOLDS)) {
            return 1;
        }
        return truths.contains(Truth.UNKNOWN) ? null : 0;
    }
}
