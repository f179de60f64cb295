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
import io.throughline.writing.ledger.ClaimEvidenceBuilder;
import io.throughline.writing.ledger.MembershipClaim;
import io.throughline.writing.ledger.MembershipStatement;
import io.throughline.writing.ledger.MembershipStatementBuilder;
import io.throughline.writing.ledger.PledgeStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

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
        MembershipStatement statement,
        List<PledgeStatement> pledges,
        ClaimEvidence evidence)
        implements Entity {

    private static final TypeReference<List<PledgeStatement>> PLEDGES = new TypeReference<>() {};

    static PendingMembership of(Node node) {
        var row = NodeReader.of(node);
        return new PendingMembership(
                row.id(), row.required("runId"), node.get("line").asInt(), statement(row), pledges(row), evidence(row));
    }

    public MembershipRole role() {
        return statement.role();
    }

    public @Nullable PartialDate validFrom() {
        return statement.validFrom();
    }

    public @Nullable PartialDate validTo() {
        return statement.validTo();
    }

    public @Nullable PartialDate asOf() {
        return evidence.asOf();
    }

    public @Nullable String printed() {
        return evidence.printed();
    }

    private static MembershipStatement statement(NodeReader row) {
        return MembershipStatementBuilder.builder()
                .role(row.requiredWord("role", MembershipRole.class))
                .organizationId(row.required("organizationId"))
                .viaIds(row.texts("viaIds"))
                .viaStatus(row.word("viaStatus", ViaStatus.class))
                .directness(row.word("directness", Directness.class))
                .validFrom(PartialDate.parseNullable(row.text("validFrom")))
                .validTo(PartialDate.parseNullable(row.text("validTo")))
                .status(row.word("status", Status.class))
                .build();
    }

    private static List<PledgeStatement> pledges(NodeReader row) {
        var json = row.text("pledges");
        return json == null ? List.of() : JsonMapper.shared().readValue(json, PLEDGES);
    }

    private static ClaimEvidence evidence(NodeReader row) {
        return ClaimEvidenceBuilder.builder()
                .sourceId(row.required("sourceId"))
                .strength(row.requiredWord("strength", Strength.class))
                .rank(row.requiredWord("rank", Rank.class))
                .inferred(row.yes("inferred"))
                .locator(row.text("locator"))
                .printed(row.text("printed"))
                .asOf(PartialDate.parseNullable(row.text("asOf")))
                .note(row.text("note"))
                .build();
    }

    /** The properties of its node, except those that say which run and review item it belongs to. */
    static Map<String, Object> properties(StatedMembership stated) {
        var statement = stated.statement();
        var evidence = stated.evidence();
        var properties = new HashMap<String, Object>();
        properties.put("role", statement.role().name());
        properties.put("organizationId", statement.organizationId());
        properties.put("viaIds", statement.viaIds());
        put(properties, "viaStatus", statement.viaStatus());
        put(properties, "directness", statement.directness());
        put(properties, "validFrom", text(statement.validFrom()));
        put(properties, "validTo", text(statement.validTo()));
        put(properties, "status", statement.status());
        properties.put("strength", evidence.strength().name());
        properties.put("rank", evidence.rank().name());
        properties.put("inferred", evidence.inferred());
        put(properties, "asOf", text(evidence.asOf()));
        put(properties, "locator", evidence.locator());
        put(properties, "printed", evidence.printed());
        put(properties, "note", evidence.note());
        if (!stated.pledges().isEmpty()) {
            // Neo4j has no properties of several parts
            properties.put("pledges", JsonMapper.shared().writeValueAsString(stated.pledges()));
        }
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
        return MembershipClaim.of(memberId, statement, pledges, evidence);
    }
}
