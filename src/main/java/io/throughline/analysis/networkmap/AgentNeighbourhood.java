package io.throughline.analysis.networkmap;

import java.util.List;

/**
 * The agents on a map.
 *
 * @param agents by distance from the roots, best connected first
 * @param leftOut number of further agents found
 * @param cutOff whether there may be more that were not examined
 */
record AgentNeighbourhood(List<GraphNode> agents, int leftOut, boolean cutOff) {}
