package io.throughline.model.agent;

import org.jspecify.annotations.Nullable;

/**
 * The size class of a place, by the OECD's thresholds for urban areas (Redefining "Urban", 2012), applied here to the
 * inhabitants of the government's own territory.
 */
public enum PopulationClass {
    /** Below 50,000. */
    BELOW_URBAN(0),
    /** From 50,000. */
    SMALL_URBAN(50_000),
    /** From 200,000. */
    MEDIUM_URBAN(200_000),
    /** From 500,000. */
    METROPOLITAN(500_000),
    /** From 1,500,000. */
    LARGE_METROPOLITAN(1_500_000);

    private final long from;

    PopulationClass(long from) {
        this.from = from;
    }

    /** The class of a number of inhabitants; null when the number is not recorded. */
    public static @Nullable PopulationClass of(@Nullable Long inhabitants) {
        if (inhabitants == null) {
            return null;
        }
        var found = BELOW_URBAN;
        for (var each : values()) {
            found = inhabitants >= each.from ? each : found;
        }
        return found;
    }
}
