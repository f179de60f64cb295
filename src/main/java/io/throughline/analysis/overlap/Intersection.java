package io.throughline.analysis.overlap;

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

    /** What tells it from others on its day. */
    Key key() {
        return new Key(within, without);
    }

    /** The organizations its members are in, and those they are not in. */
    record Key(List<String> within, List<String> without) {

        static Key parse(String text) {
            var sides = text.split("\\|", 2);
            return new Key(ids(sides[0]), ids(sides[1]));
        }

        private static List<String> ids(String text) {
            return text.isEmpty() ? List.of() : List.of(text.split(" "));
        }

        /** As the statements about intersections have it. */
        String text() {
            return String.join(" ", within) + "|" + String.join(" ", without);
        }
    }
}
