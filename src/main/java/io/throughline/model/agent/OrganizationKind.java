package io.throughline.model.agent;

import java.util.List;

/** The kinds of organizations. */
public enum OrganizationKind {
    CAMPAIGN,
    TRACK,
    NETWORK,
    INITIATIVE,
    PROGRAMME,
    UNIT,
    CONSTITUENCY,
    OFFICE,
    BODY;

    /** The labels of an organization of this kind in the graph, in addition to {@code Entity}. */
    public List<String> labels() {
        return switch (this) {
            case CAMPAIGN, TRACK -> List.of("Agent", "Organization", "Campaign");
            case NETWORK -> List.of("Agent", "Organization", "Network");
            default -> List.of("Agent", "Organization");
        };
    }
}
