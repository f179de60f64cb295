package io.throughline.analysis.networkmap;

/** How memberships are drawn; {@code legend} says so to whoever sees the map. */
public enum MembershipShape {
    EDGE(
            "A membership is an edge from the member to the organization. If it runs via partners, `via` on the edge names them; no edge leads to or from a partner because of it."),
    NODE(
            "A membership is a node of its own, with edges from the member, to the organization, and to each shown partner it runs via."),
    CHAIN(
            "A membership is an edge from the member to the organization. If it runs via partners that are all shown, it is a chain of edges from the member through the partners to the organization instead, each with the label `via`: together they are one membership, and none of them says that the member is in the partner, or the partner in the organization."),
    SHARED(
            "Memberships are not drawn. An edge connects two members that share organizations; a missing edge does not mean that they share none.");

    private final String legend;

    MembershipShape(String legend) {
        this.legend = legend;
    }

    /** What an edge or node for a membership means, in a sentence or two. */
    String legend() {
        return legend;
    }
}
