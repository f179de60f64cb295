package io.throughline.model.figure;

import java.util.List;
import java.util.Locale;

/**
 * What a figure counts; only numbers that count the same can be compared.
 *
 * @param kind the first of several words for the same kind of member, or the printed unit in lower case
 */
record CountedUnit(String kind) {

    /** Different sources' words for the same. */
    private static final List<List<String>> SAME = List.of(
            List.of(
                    "cities",
                    "member cities",
                    "communities",
                    "municipalities",
                    "member municipalities",
                    "municipalities and towns",
                    "local governments",
                    "local authorities",
                    "cities and local governments",
                    "towns"),
            List.of(
                    "members",
                    "organizations",
                    "organisations",
                    "member organizations",
                    "member organisations",
                    "collaborating members"),
            List.of("partners", "partner initiatives", "initiatives"));

    /** What a printed unit counts. */
    static CountedUnit of(String unit) {
        var printed = unit.toLowerCase(Locale.ROOT);
        return new CountedUnit(SAME.stream()
                .filter(words -> words.contains(printed))
                .map(words -> words.get(0))
                .findFirst()
                .orElse(printed));
    }
}
