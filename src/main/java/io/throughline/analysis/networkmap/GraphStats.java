package io.throughline.analysis.networkmap;

/**
 * How large a map is and what it leaves out.
 *
 * @param arcsLeftOut how many edges have an end without coordinates
 * @param agentsLeftOut how many agents were found that are not shown; who is behind them was not looked for
 * @param membershipsLeftOut how many memberships between the agents shown are not
 * @param notAllSeen whether so many memberships were met that not all were looked at
 */
public record GraphStats(
        int nodeCount, int edgeCount, int arcsLeftOut, int agentsLeftOut, int membershipsLeftOut, boolean notAllSeen) {

    /** Whether anything within the depth asked for is missing. */
    public boolean cutOff() {
        return agentsLeftOut > 0 || membershipsLeftOut > 0 || notAllSeen;
    }

    /** What is left out, for people. */
    public String note() {
        if (!cutOff()) {
            return "Everything recorded within the depth asked for.";
        }
        return "Cut off: %s%d agents are left out, those with the fewest ties, and what lies behind them; %d memberships between the agents shown are left out."
                .formatted(notAllSeen ? "at least " : "", agentsLeftOut, membershipsLeftOut);
    }
}
