package io.throughline.writing.ledger;

import io.throughline.model.agent.OrganizationKind;
import org.jspecify.annotations.Nullable;

/**
 * A campaign, a network or any other body to be added.
 *
 * @param id readable and stable, e.g. {@code under2-coalition}
 * @param countryId id of the place that is the country it works in, ISO 3166-1 alpha-2; null when not in one
 */
public record NewOrganization(
        String id,
        String name,
        OrganizationKind kind,
        @Nullable String website,
        @Nullable String note,
        @Nullable String countryId) {}
