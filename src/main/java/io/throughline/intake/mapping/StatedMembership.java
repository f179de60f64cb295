package io.throughline.intake.mapping;

import io.throughline.intake.matching.ListedAgent;
import io.throughline.model.membership.Directness;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.membership.ViaStatus;
import io.throughline.model.source.Rank;
import io.throughline.model.source.Status;
import io.throughline.model.source.Strength;
import io.throughline.reference.date.PartialDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A membership as a row states it, its member not yet found in the graph.
 *
 * @param member the member as the row writes it
 * @param organizationId in the graph, or declared by the mapping
 * @param viaIds organizations in between, ids as the organization's
 * @param locator where in the file it stands, e.g. {@code line 17, column initiatives_committed}
 * @param printed the value as printed; never a sentence
 * @param inferred whether a correction of the mapping is part of what it says; {@code note} says which
 */
public record StatedMembership(
        ListedAgent member,
        MembershipRole role,
        String organizationId,
        List<String> viaIds,
        @Nullable ViaStatus viaStatus,
        @Nullable Directness directness,
        @Nullable PartialDate validFrom,
        @Nullable PartialDate validTo,
        @Nullable PartialDate asOf,
        @Nullable Status status,
        Strength strength,
        Rank rank,
        String locator,
        @Nullable String printed,
        boolean inferred,
        @Nullable String note) {}
