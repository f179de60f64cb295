package io.throughline.writing.ledger;

import io.throughline.model.agent.OrganizationKind;
import org.jspecify.annotations.Nullable;

/**
 * A campaign, network or other body to be added.
 *
 * @param id readable and stable, e.g. {@code under2-coalition}
 * @param countryId ISO 3166-1 alpha-2 code of the country it works in; null when it is not limited to one
 */
public record NewOrganization(
        String id,
        String name,
        OrganizationKind kind,
        @Nullable String website,
        @Nullable String note,
        @Nullable String countryId) {}
