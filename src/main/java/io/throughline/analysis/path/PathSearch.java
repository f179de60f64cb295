package io.throughline.analysis.path;

import java.util.List;

/**
 * What a search for ways found.
 *
 * @param paths shortest first
 * @param cutOff whether it stopped before it had seen everything
 */
record PathSearch(List<Path> paths, boolean cutOff) {

    /** What the answer means, for people. */
    public String note() {
        var meaning = "Put together from separate memberships; no source states a path as a whole.";
        return cutOff ? meaning + " The search was cut off: there may be more." : meaning;
    }
}
