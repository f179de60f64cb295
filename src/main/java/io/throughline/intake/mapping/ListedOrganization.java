package io.throughline.intake.mapping;

import io.throughline.model.agent.OrganizationKind;
import org.jspecify.annotations.Nullable;

/**
 * An organization that a mapping defines. It is added if it is not in the graph yet; otherwise it stays as it is.
 *
 * @param countryId ISO 3166-1 alpha-2; null if it belongs to no country
 */
public record ListedOrganization(
        String id,
        String name,
        OrganizationKind kind,
        @Nullable String countryId,
        @Nullable String website,
        @Nullable String note) {}
