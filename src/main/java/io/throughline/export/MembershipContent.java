package io.throughline.export;

import io.throughline.cypher.Deadline;
import io.throughline.membership.MembershipSelection;
import java.io.IOException;

/** Some memberships and who is at their ends, read while they are written. */
record MembershipContent(MembershipReads reads, MembershipSelection selection, Deadline deadline)
        implements GraphContent {

    @Override
    public void nodes(GraphWriting.Nodes nodes) throws IOException {
        reads.ends(selection, false, deadline, agent -> nodes.take(Node.of(agent)));
    }

    @Override
    public void edges(boolean positions, GraphWriting.Edges edges) throws IOException {
        reads.edges(selection, positions, deadline, edges);
    }

    @Override
    public String note() {
        return "Memberships from the member to the organization, as recorded; ended ones too, denied ones not. "
                + "One without dates is not known to have begun or ended.";
    }
}
