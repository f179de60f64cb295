package io.throughline.intake.ingest;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import io.throughline.intake.mapping.StatedMembership;
import io.throughline.model.membership.Directness;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.membership.ViaStatus;
import io.throughline.model.source.Rank;
import io.throughline.model.source.Status;
import io.throughline.model.source.Strength;
import io.throughline.reference.date.PartialDate;
import io.throughline.writing.ledger.ClaimEvidence;
import io.throughline.writing.ledger.MembershipClaim;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * A membership that waits until a person decides who its member is.
 *
 * @param runId the import that read it
 * @param line the line of that import's file, from 1
 */
record PendingMembership(
        String id,
        String runId,
        int line,
        String sourceId,
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
        boolean inferred,
        @Nullable String locator,
        @Nullable String printed,
        @Nullable String note)
        implements Entity {

    static PendingMembership of(Node node) {
        var row = NodeReader.of(node);
        return new PendingMembership(
                row.id(),
                row.required("runId"),
                node.get("line").asInt(),
                row.required("sourceId"),
                row.requiredWord("role", MembershipRole.class),
                row.required("organizationId"),
                row.texts("viaIds"),
                row.word("viaStatus", ViaStatus.class),
                row.word("directness", Directness.class),
                PartialDate.parseNullable(row.text("validFrom")),
                PartialDate.parseNullable(row.text("validTo")),
                PartialDate.parseNullable(row.text("asOf")),
                row.word("status", Status.class),
                row.requiredWord("strength", Strength.class),
                row.requiredWord("rank", Rank.class),
                row.yes("inferred"),
                row.text("locator"),
                row.text("printed"),
                row.text("note"));
    }

    /** The properties of its node, except those that say which run and review item it belongs to. */
    static Map<String, Object> properties(StatedMembership stated) {
        var properties = new HashMap<String, Object>();
        properties.put("role", stated.role().name());
        properties.put("organizationId", stated.organizationId());
        properties.put("viaIds", stated.viaIds());
        put(properties, "viaStatus", stated.viaStatus());
        put(properties, "directness", stated.directness());
        put(properties, "validFrom", text(stated.validFrom()));
        put(properties, "validTo", text(stated.validTo()));
        put(properties, "asOf", text(stated.asOf()));
        put(properties, "status", stated.status());
        properties.put("strength", stated.strength().name());
        properties.put("rank", stated.rank().name());
        properties.put("inferred", stated.inferred());
        put(properties, "locator", stated.locator());
        put(properties, "printed", stated.printed());
        put(properties, "note", stated.note());
        return properties;
    }

    private static void put(Map<String, Object> properties, String name, @Nullable Object value) {
        if (value != null) {
            properties.put(name, value instanceof Enum<?> word ? word.name() : value);
        }
    }

    private static @Nullable String text(@Nullable PartialDate date) {
        return date == null ? null : date.text();
    }

    /** The claim to record once its member is known. */
    MembershipClaim claim(String memberId) {
        return new MembershipClaim(
                memberId,
                role,
                organizationId,
                viaIds,
                viaStatus,
                directness,
                validFrom,
                validTo,
                status,
                null,
                null,
                null,
                new ClaimEvidence(sourceId, locator, printed, asOf, strength, rank, inferred, note));
    }
}
