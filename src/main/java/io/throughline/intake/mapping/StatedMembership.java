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
 * A membership as a row states it, before its member is looked up in the graph.
 *
 * @param member as described in the row
 * @param organizationId of an organization in the graph or defined by the mapping
 * @param viaIds ids of the organizations the member joined through, in order, starting at the member
 * @param locator its place in the file, e.g. {@code line 17, column initiatives_committed}
 * @param printed the value as printed; never a sentence
 * @param inferred whether the membership depends on a correction of the mapping; {@code note} says on which
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
