package io.throughline.export;

import io.throughline.infra.cypher.RequestDeadline;
import io.throughline.model.membership.MembershipSelection;
import java.io.IOException;

/** Memberships and the agents at their ends, read while they are written. */
record MembershipContent(MembershipStreamReader reader, MembershipSelection selection, RequestDeadline deadline)
        implements GraphContent {

    @Override
    public void nodes(GraphFormatWriter.NodeConsumer nodes) throws IOException {
        reader.ends(selection, false, deadline, agent -> nodes.accept(ExportNode.of(agent)));
    }

    @Override
    public void edges(boolean positions, GraphFormatWriter.EdgeConsumer edges) throws IOException {
        reader.edges(selection, positions, deadline, edges);
    }

    @Override
    public String note() {
        return "Memberships from member to organization, as recorded; ended ones included, denied ones not. "
                + "Without dates, it is not known when one began or ended.";
    }
}
