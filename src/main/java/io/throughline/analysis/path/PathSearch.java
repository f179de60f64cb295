package io.throughline.analysis.path;

import java.util.List;

/**
 * The result of a path search.
 *
 * @param paths shortest first
 * @param cutOff whether it stopped before it had tried everything
 * @param note how to read the result, for people
 */
record PathSearch(List<Path> paths, boolean cutOff, String note) {}
