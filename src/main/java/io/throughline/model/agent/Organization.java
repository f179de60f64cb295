package io.throughline.model.agent;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * A campaign, a network or any other body that can have members.
 *
 * @param countryId the country it works in; null unless it works in a single one
 * @param areaId the area it works in, when that is not a country
 */
public record Organization(
        String id,
        String name,
        OrganizationKind kind,
        @Nullable String countryId,
        @Nullable String areaId,
        @Nullable String website,
        @Nullable String note)
        implements Entity {

    /** Reads a node with the label {@code Organization}. */
    public static Organization of(Node node) {
        var organization = NodeReader.of(node);
        return new Organization(
                organization.id(),
                organization.required("name"),
                organization.requiredWord("kind", OrganizationKind.class),
                organization.text("countryId"),
                organization.text("areaId"),
                organization.text("website"),
                organization.text("note"));
    }

    @Override
    public String typeName() {
        return switch (kind) {
            case CAMPAIGN, TRACK -> "Campaign";
            case NETWORK -> "Network";
            default -> "Body";
        };
    }
}
