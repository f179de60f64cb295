package io.throughline.model.membership;

import io.throughline.graphql.connection.NewestEvidence;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import io.throughline.graphql.entity.SelectedType;
import io.throughline.model.source.Status;
import io.throughline.model.source.Strength;
import io.throughline.reference.date.PartialDate;
import io.throughline.reference.date.Truth;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Node;

/** An agent's role in an organization, with the values of its best claims. */
public final class Membership implements Entity {

    private static final List<String> DAYS_AND_STATUS =
            List.of("surelyFrom", "surelyUntil", "notBefore", "notFrom", "absentOn", "status");

    /** Memberships, read with the properties a document selects. */
    static final SelectedType<Membership> SELECTED = new SelectedType<>(
            "Membership",
            List.of("id"),
            Map.ofEntries(
                    Map.entry("member", List.of("memberId")),
                    Map.entry("organization", List.of("organizationId")),
                    Map.entry("role", List.of("role")),
                    Map.entry("via", List.of("viaIds")),
                    Map.entry("viaStatus", List.of("viaStatus")),
                    Map.entry("directness", List.of("directness")),
                    Map.entry("validFrom", List.of("validFrom")),
                    Map.entry("validFromSpan", List.of("validFrom")),
                    Map.entry("validTo", List.of("validTo")),
                    Map.entry("validToSpan", List.of("validTo")),
                    Map.entry("startedAfter", List.of("startedAfterId")),
                    Map.entry("status", List.of("status")),
                    Map.entry("holdsAt", DAYS_AND_STATUS),
                    Map.entry("absentFrom", List.of("absentFromIds")),
                    Map.entry("lapsed", List.of("lapsed")),
                    Map.entry("post", List.of("postId")),
                    Map.entry("area", List.of("areaId")),
                    Map.entry("position", List.of("position")),
                    Map.entry("strength", List.of("strength")),
                    Map.entry("firstSeen", List.of("firstSeen")),
                    Map.entry("lastSeen", List.of("lastSeen")),
                    Map.entry("newestEvidence", List.of("newestEvidence", "newestEvidenceSourceId")),
                    Map.entry("sourceCount", List.of("sourceCount"))),
            Membership::new);

    private final NodeReader membership;

    private Membership(NodeReader membership) {
        this.membership = membership;
    }

    /** Reads a whole node with the label {@code Membership}. */
    public static Membership of(Node node) {
        return new Membership(NodeReader.of(node));
    }

    /** Reads a whole node, or a map of the properties that it had. */
    public static Membership of(Value nodeOrMap) {
        return new Membership(NodeReader.of("Membership", nodeOrMap));
    }

    @Override
    public String id() {
        return membership.id();
    }

    public String memberId() {
        return membership.required("memberId");
    }

    public String organizationId() {
        return membership.required("organizationId");
    }

    public MembershipRole role() {
        return membership.requiredWord("role", MembershipRole.class);
    }

    /**
     * The partners between the member and the organization, in order, starting at the member; empty when none is named.
     */
    public List<String> viaIds() {
        return membership.texts("viaIds");
    }

    /** Null where no partner is in question. */
    public @Nullable ViaStatus viaStatus() {
        return membership.word("viaStatus", ViaStatus.class);
    }

    /** Whether the member joined the organization itself. */
    public Directness directness() {
        var directness = membership.word("directness", Directness.class);
        return directness == null ? Directness.UNKNOWN : directness;
    }

    /** When it began; null when not recorded. */
    public @Nullable PartialDate validFrom() {
        return PartialDate.parseNullable(membership.text("validFrom"));
    }

    /** {@code validFrom} as a span. */
    public @Nullable PartialDate validFromSpan() {
        return validFrom();
    }

    /** The first day on which it no longer held; null when not recorded. */
    public @Nullable PartialDate validTo() {
        return PartialDate.parseNullable(membership.text("validTo"));
    }

    /** {@code validTo} as a span. */
    public @Nullable PartialDate validToSpan() {
        return validTo();
    }

    /** The source after whose publication it began; null unless a source says so. */
    public @Nullable String startedAfterId() {
        return membership.text("startedAfterId");
    }

    /** Null when no source says. */
    public @Nullable Status status() {
        return membership.word("status", Status.class);
    }

    public @Nullable String postId() {
        return membership.text("postId");
    }

    public @Nullable String areaId() {
        return membership.text("areaId");
    }

    /** Place in a printed list, from 1. */
    public @Nullable Integer position() {
        return membership.whole("position");
    }

    public Strength strength() {
        return membership.requiredWord("strength", Strength.class);
    }

    /** How many sources state or imply it, at least 1. */
    public int sourceCount() {
        return membership.requiredWhole("sourceCount");
    }

    /** Those sources, that of the best claim first. */
    public List<String> sourceIds() {
        return membership.texts("sourceIds");
    }

    /** The date of the first claim that saw it in force; null if none is dated. */
    public @Nullable PartialDate firstSeen() {
        return PartialDate.parseNullable(membership.text("firstSeen"));
    }

    /** The date of the last claim that saw it in force; null if none is dated. */
    public @Nullable PartialDate lastSeen() {
        return PartialDate.parseNullable(membership.text("lastSeen"));
    }

    /** The newest of its claims, whatever it says; null if none is dated. */
    public @Nullable NewestEvidence newestEvidence() {
        return NewestEvidence.of(membership.text("newestEvidence"), membership.text("newestEvidenceSourceId"));
    }

    /** What is certain about when it held. */
    public ValidityBounds validityBounds() {
        return new ValidityBounds(
                membership.day("surelyFrom"),
                membership.day("surelyUntil"),
                membership.day("notBefore"),
                membership.day("notFrom"),
                membership.days("absentOn"));
    }

    /** Whether it has ended, or was last seen before the day of a complete list that does not have the member. */
    public boolean lapsed() {
        return membership.yes("lapsed");
    }

    /** The complete lists that do not have the member, by day; they are of days on which it did not hold. */
    public List<String> absentFromIds() {
        return membership.texts("absentFromIds");
    }

    /** Whether it held on a day, in the calendar of the place it is about, as far as its sources say. */
    public Truth holdsAt(LocalDate day) {
        return validityBounds().on(day, status() == Status.NOT_MEMBER);
    }
}
