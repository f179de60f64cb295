package io.throughline.analysis.overlap;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An intersection of organizations: the members they have in common.
 *
 * @param sets the ids of the organizations, in request order
 * @param size number of members
 * @param within the same ids, smallest organization first
 * @param without the ids of the organizations the members are not in; empty for an inclusive intersection
 * @param asOf null for what is recorded today
 */
record Intersection(
        List<String> sets,
        int size,
        List<String> within,
        List<String> without,
        @Nullable LocalDate asOf) {

    /** Number of organizations. */
    public int degree() {
        return sets.size();
    }

    /** Identifies the intersection among those of the same day. */
    Key key() {
        return new Key(within, without);
    }

    /** The organizations the members are in, and those they are not in. */
    record Key(List<String> within, List<String> without) {

        static Key parse(String text) {
            var sides = text.split("\\|", 2);
            return new Key(ids(sides[0]), ids(sides[1]));
        }

        private static List<String> ids(String text) {
            return text.isEmpty() ? List.of() : List.of(text.split(" "));
        }

        /** The form used in the Cypher statements about intersections. */
        String text() {
            return String.join(" ", within) + "|" + String.join(" ", without);
        }
    }
}
