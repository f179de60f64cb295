package io.throughline.model.figure;

import java.util.Set;

/** What a figure counts; only numbers that count the same can be compared. */
enum CountedUnit {
    /** Cities, communities and municipalities: different sources' words for the same kind of member. */
    LOCAL_GOVERNMENTS(Set.of("cities", "communities", "municipalities", "local governments", "towns")),
    MAYORS(Set.of("mayors")),
    MEMBERS(Set.of("members", "organizations", "organisations")),
    PEOPLE(Set.of("people")),
    PROVINCES(Set.of("provinces")),
    OTHER(Set.of());

    @SuppressWarnings("ImmutableEnumChecker") // a Set.of is immutable
    private final Set<String> units;

    CountedUnit(Set<String> units) {
        this.units = units;
    }

    /** What a printed unit counts. */
    static CountedUnit of(String unit) {
        for (var counted : values()) {
            if (counted.units.contains(unit)) {
                return counted;
            }
        }
        return OTHER;
    }
}
