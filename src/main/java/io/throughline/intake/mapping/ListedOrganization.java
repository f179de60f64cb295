package io.throughline.intake.mapping;

import io.throughline.model.agent.OrganizationKind;
import org.jspecify.annotations.Nullable;

/**
 * An organization that a mapping speaks of and that is to be added where it is not in the graph yet; where it is, it
 * stays as it is.
 *
 * @param countryId ISO 3166-1 alpha-2; null when it belongs to none
 */
public record ListedOrganization(
        String id,
        String name,
        OrganizationKind kind,
        @Nullable String countryId,
        @Nullable String website,
        @Nullable String note) {}
