package io.throughline.overlap;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of several organizations at once.
 *
 * @param sets the ids of the organizations, in the order asked for
 * @param size how many members
 * @param within the same ids, those of the smaller organizations first
 * @param without the ids of the organizations that they are not in; empty where that does not matter
 * @param asOf null for what is recorded today
 */
record Intersection(
        List<String> sets,
        int size,
        List<String> within,
        List<String> without,
        @Nullable LocalDate asOf) {

    /** Of how many organizations. */
    public int degree() {
        return sets.size();
    }

    /** What tells it from others on its day, as {@code members-of-intersections.cypher} reads it. */
    String key() {
        return String.join(" ", within) + "|" + String.join(" ", without);
    }
}
