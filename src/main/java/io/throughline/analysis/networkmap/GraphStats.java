package io.throughline.analysis.networkmap;

/**
 * The size of a map and what it leaves out.
 *
 * @param arcsLeftOut number of edges with an end without coordinates
 * @param agentsLeftOut number of agents found that are not shown; their neighbours were not searched
 * @param membershipsLeftOut number of memberships between the agents shown that are not shown
 * @param truncated whether there were too many memberships to examine them all
 * @param membershipsAs how memberships are drawn
 */
public record GraphStats(
        int nodeCount,
        int edgeCount,
        int arcsLeftOut,
        int agentsLeftOut,
        int membershipsLeftOut,
        boolean truncated,
        MembershipShape membershipsAs) {

    /** Describes how memberships are drawn, for people. */
    public String legend() {
        return membershipsAs.legend();
    }

    /** Whether anything within the requested depth is missing. */
    public boolean cutOff() {
        return agentsLeftOut > 0 || membershipsLeftOut > 0 || truncated;
    }

    /** Describes what is left out, for people. */
    public String note() {
        if (!cutOff()) {
            return "Everything recorded within the requested depth.";
        }
        return "Cut off: %s%d agents are left out (those with the fewest ties), and everything beyond them; %d memberships between the agents shown are left out."
                .formatted(truncated ? "at least " : "", agentsLeftOut, membershipsLeftOut);
    }
}
