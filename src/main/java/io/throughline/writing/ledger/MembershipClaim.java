package io.throughline.writing.ledger;

import io.throughline.model.membership.Directness;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.membership.ViaStatus;
import io.throughline.model.source.Status;
import io.throughline.reference.date.PartialDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one source says about one membership. Member, role, organization and partners identify the membership; all other fields
 * are what the claim states about it.
 *
 * @param viaIds partner organizations, in order, starting at the member; empty when none is named
 * @param validTo the first day on which it no longer held
 */
public record MembershipClaim(
        String memberId,
        MembershipRole role,
        String organizationId,
        List<String> viaIds,
        @Nullable ViaStatus viaStatus,
        @Nullable Directness directness,
        @Nullable PartialDate validFrom,
        @Nullable PartialDate validTo,
        @Nullable Status status,
        @Nullable String postId,
        @Nullable String areaId,
        @Nullable Integer position,
        ClaimEvidence evidence) {

    /** This claim with agent ids replaced, such as ids of merged agents by those of their survivors. */
    public MembershipClaim with(Map<String, String> replacements) {
        return new MembershipClaim(
                replacements.getOrDefault(memberId, memberId),
                role,
                replacements.getOrDefault(organizationId, organizationId),
                viaIds.stream().map(id -> replacements.getOrDefault(id, id)).toList(),
                viaStatus,
                directness,
                validFrom,
                validTo,
                status,
                postId,
                areaId,
                position,
                evidence);
    }
}
