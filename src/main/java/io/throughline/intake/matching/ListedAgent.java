package io.throughline.intake.matching;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent as a list gives it.
 *
 * @param name as printed
 * @param kind what the list says it is; ANY if it does not say
 * @param country ISO 3166-1 alpha-2 or alpha-3, or the country's name as printed; null if the list gives none
 * @param state ISO 3166-2, or the name or short form of a state as printed; null if the list gives none
 * @param identifiers by scheme: {@code own} (an id of this graph), {@code geonames}, {@code wikidata},
 *     {@code unlocode}, {@code iso3166-2}
 * @param latitude degrees WGS 84; null if the list gives none
 * @param longitude degrees WGS 84; null if the list gives none
 * @param population number of people; null if the list gives none
 */
public record ListedAgent(
        String name,
        Kind kind,
        @Nullable String country,
        @Nullable String state,
        Map<String, String> identifiers,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Long population) {

    /** What a list says an agent is. */
    public enum Kind {
        CITY,
        REGION,
        ORGANIZATION,
        ANY
    }
}
