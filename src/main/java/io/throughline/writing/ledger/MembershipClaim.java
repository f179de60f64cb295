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
 * What one source says of one membership. Member, role, organization and road are the membership; all else is what the
 * claim says of it.
 *
 * @param viaIds organizations in between, in order from the member on; empty when none is named
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

    /** The same with ids of agents replaced, such as those of merged ones by those of their survivors. */
    public MembershipClaim with(Map<String, String> others) {
        return new MembershipClaim(
                others.getOrDefault(memberId, memberId),
                role,
                others.getOrDefault(organizationId, organizationId),
                viaIds.stream().map(id -> others.getOrDefault(id, id)).toList(),
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
