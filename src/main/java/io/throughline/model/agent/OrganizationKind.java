package io.throughline.model.agent;

import java.util.List;

/** What sort of organization something is. */
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

    /** The labels in the graph of an organization of this kind, besides {@code Entity}. */
    public List<String> labels() {
        return switch (this) {
            case CAMPAIGN, TRACK -> List.of("Agent", "Organization", "Campaign");
            case NETWORK -> List.of("Agent", "Organization", "Network");
            default -> List.of("Agent", "Organization");
        };
    }
}
