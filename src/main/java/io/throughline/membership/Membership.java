package io.throughline.membership;

import io.throughline.date.PartialDate;
import io.throughline.date.Truth;
import io.throughline.entity.Entity;
import io.throughline.entity.NodeReader;
import io.throughline.source.Status;
import io.throughline.source.Strength;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * An agent's part in an organization, with the values of its best claim.
 *
 * @param viaIds the organizations in between, in order from the member on; empty when none is named
 * @param viaStatus null where no road in between is in question
 * @param validFrom when it began; null when not recorded
 * @param validTo the first day on which it no longer held; null when not recorded
 * @param startedAfterId the source after whose publication it began; null unless one says so
 * @param status null when no source says
 * @param position place in a printed list, from 1
 * @param held what is sure of its time
 * @param sourceCount how many sources state or imply it, at least 1
 */
public record Membership(
        String id,
        String memberId,
        String organizationId,
        MembershipRole role,
        List<String> viaIds,
        @Nullable ViaStatus viaStatus,
        Directness directness,
        @Nullable PartialDate validFrom,
        @Nullable PartialDate validTo,
        @Nullable String startedAfterId,
        @Nullable Status status,
        @Nullable String postId,
        @Nullable String areaId,
        @Nullable Integer position,
        Strength strength,
        int sourceCount,
        Held held)
        implements Entity {

    /** Reads a node with the label {@code Membership}. */
    public static Membership of(Node node) {
        var membership = NodeReader.of(node);
        var directness = membership.word("directness", Directness.class);
        return new Membership(
                membership.id(),
                membership.required("memberId"),
                membership.required("organizationId"),
                membership.requiredWord("role", MembershipRole.class),
                membership.texts("viaIds"),
                membership.word("viaStatus", ViaStatus.class),
                directness == null ? Directness.UNKNOWN : directness,
                PartialDate.parseNullable(membership.text("validFrom")),
                PartialDate.parseNullable(membership.text("validTo")),
                membership.text("startedAfterId"),
                membership.word("status", Status.class),
                membership.text("postId"),
                membership.text("areaId"),
                membership.whole("position"),
                membership.requiredWord("strength", Strength.class),
                node.get("sourceCount").asInt(),
                Held.of(node));
    }

    /** Whether it held on a day, in the calendar of the place it is about, as far as its sources tell. */
    public Truth holdsAt(LocalDate day) {
        return held.on(day, status == Status.NOT_MEMBER);
    }

    /** {@code validFrom} as a span. */
    public @Nullable PartialDate validFromSpan() {
        return validFrom;
    }

    /** {@code validTo} as a span. */
    public @Nullable PartialDate validToSpan() {
        return validTo;
    }
}
