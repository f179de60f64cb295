package io.throughline.analysis.path;

import java.util.List;

/**
 * The result of a path search.
 *
 * @param paths shortest first
 * @param cutOff whether it stopped before it had tried everything
 */
record PathSearch(List<Path> paths, boolean cutOff) {

    /** How to read the result, for people. */
    public String note() {
        var meaning = "Assembled from separate memberships; no source states a whole path.";
        return cutOff ? meaning + " The search was cut off: there may be more." : meaning;
    }
}
