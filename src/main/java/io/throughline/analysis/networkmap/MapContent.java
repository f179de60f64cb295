package io.throughline.analysis.networkmap;

import java.util.List;

/**
 * What a map shows, however it is drawn.
 *
 * @param ties the memberships between its agents
 */
record MapContent(AgentNeighbourhood around, MembershipTies ties) {

    /** By distance from the roots, best connected first. */
    List<GraphNode> agents() {
        return around.agents();
    }
}
