package io.throughline.export;

import io.throughline.infra.cypher.RequestDeadline;
import io.throughline.model.membership.MembershipSelection;
import java.io.IOException;

/** Some memberships and who is at their ends, read while they are written. */
record MembershipContent(MembershipStreamReader reads, MembershipSelection selection, RequestDeadline deadline)
        implements GraphContent {

    @Override
    public void nodes(GraphFormatWriter.Nodes nodes) throws IOException {
        reads.ends(selection, false, deadline, agent -> nodes.take(ExportNode.of(agent)));
    }

    @Override
    public void edges(boolean positions, GraphFormatWriter.Edges edges) throws IOException {
        reads.edges(selection, positions, deadline, edges);
    }

    @Override
    public String note() {
        return "Memberships from the member to the organization, as recorded; ended ones too, denied ones not. "
                + "One without dates is not known to have begun or ended.";
    }
}
