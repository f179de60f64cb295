package io.throughline.analysis.networkmap;

import java.util.List;

/**
 * The agents of a map.
 *
 * @param agents by distance from the roots, best connected first
 * @param leftOut how many more were found
 * @param cutOff whether there may be more that were not looked at
 */
record AgentNeighbourhood(List<GraphNode> agents, int leftOut, boolean cutOff) {}
