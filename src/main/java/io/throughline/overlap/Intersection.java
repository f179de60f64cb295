package io.throughline.overlap;

import java.util.List;

/**
 * The members of several organizations at once.
 *
 * @param sets the ids of the organizations, in the order asked for
 * @param size how many members
 */
record Intersection(List<String> sets, int size) {

    /** Of how many organizations. */
    public int degree() {
        return sets.size();
    }
}
