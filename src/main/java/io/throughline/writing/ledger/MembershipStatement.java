package io.throughline.writing.ledger;

import io.throughline.infra.builder.StagedBuilder;
import io.throughline.model.membership.Directness;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.membership.ViaStatus;
import io.throughline.model.source.Status;
import io.throughline.reference.date.PartialDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a source says about a membership, whoever the member is.
 *
 * @param viaIds partner organizations, in order, starting at the member; empty when none is named
 * @param viaStatus whether the partners are stated, and if not, why; null if the source does not say
 * @param directness null if the source does not say
 * @param validTo the first day on which it no longer held
 */
@StagedBuilder
public record MembershipStatement(
        MembershipRole role,
        String organizationId,
        List<String> viaIds,
        @Nullable ViaStatus viaStatus,
        @Nullable Directness directness,
        @Nullable PartialDate validFrom,
        @Nullable PartialDate validTo,
        @Nullable Status status) {

    /** This statement with ids of organizations replaced, such as ids of merged ones by those of their survivors. */
    MembershipStatement with(Map<String, String> replacements) {
        return MembershipStatementBuilder.builder(this)
                .organizationId(replacements.getOrDefault(organizationId, organizationId))
                .viaIds(viaIds.stream()
                        .map(id -> replacements.getOrDefault(id, id))
                        .toList())
                .build();
    }
}
