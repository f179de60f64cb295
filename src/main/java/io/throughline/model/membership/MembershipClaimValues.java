package io.throughline.model.membership;

import io.throughline.graphql.entity.NodeReader;
import io.throughline.infra.builder.StagedBuilder;
import io.throughline.model.source.Status;
import io.throughline.reference.date.PartialDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * What one claim states about a membership; null is what it does not state.
 *
 * @param viaIds the partners that it names, in order, starting at the member
 * @param viaStatus null also where no partner is in question
 * @param validTo the first day on which it no longer held
 * @param position in a printed list, starting at 1
 */
@StagedBuilder
record MembershipClaimValues(
        @Nullable List<String> viaIds,
        @Nullable ViaStatus viaStatus,
        @Nullable Directness directness,
        @Nullable PartialDate validFrom,
        @Nullable PartialDate validTo,
        @Nullable Status status,
        @Nullable String postId,
        @Nullable String areaId,
        @Nullable Integer position) {

    /** Reads one of the memberships of {@code memberships-stated-by-claims.cypher}. */
    static MembershipClaimValues of(Value membership) {
        var stated = NodeReader.of("SUPPORTS", membership.get("stated"));
        var viaIds = membership.get("viaIds").asList(Value::asString);
        return MembershipClaimValuesBuilder.builder()
                .viaIds(viaIds.isEmpty() ? null : viaIds)
                .viaStatus(stated.word("viaStatus", ViaStatus.class))
                .directness(stated.word("directness", Directness.class))
                .validFrom(PartialDate.parseNullable(stated.text("validFrom")))
                .validTo(PartialDate.parseNullable(stated.text("validTo")))
                .status(stated.word("status", Status.class))
                .postId(stated.text("postId"))
                .areaId(stated.text("areaId"))
                .position(stated.whole("position"))
                .build();
    }
}
