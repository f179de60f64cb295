package io.throughline.model.source;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import io.throughline.infra.builder.StagedBuilder;
import io.throughline.reference.date.PartialDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Node;

/**
 * A statement made by one source.
 *
 * @param subjectId what it is about; null when it is about several things at once, e.g. "eight communities"
 * @param property what it states about the subject, e.g. {@code MEMBER}, {@code MEMBER_COUNT}, {@code classification}; one of several
 *     if it states several, which {@link ClaimStatement} has
 * @param value the value of {@code property}: a text, a whole number or a list of texts; null when the property alone says it
 * @param asOf the day it applies to; null when the source does not say
 * @param inferred whether part of the value was taken from elsewhere; {@code note} says what
 * @param printed the value as the source prints it
 * @param locator where it is found in the source
 * @param recordedAt when it was added to the graph
 * @param withdrawnAt when it was withdrawn; null while it is in force
 * @param withdrawnReason why it was withdrawn; null when no reason was given
 * @param supersededById the claim that replaced it
 * @param supersedesId the claim it replaced
 */
@StagedBuilder
public record Claim(
        String id,
        @Nullable String subjectId,
        String property,
        @Nullable Object value,
        @Nullable Comparator comparator,
        @Nullable String unit,
        @Nullable PartialDate asOf,
        Strength strength,
        Rank rank,
        boolean inferred,
        @Nullable String printed,
        @Nullable String locator,
        @Nullable String note,
        String sourceId,
        @Nullable OffsetDateTime recordedAt,
        @Nullable OffsetDateTime withdrawnAt,
        @Nullable String withdrawnReason,
        @Nullable String supersededById,
        @Nullable String supersedesId)
        implements Entity {

    /** Reads a node with the label {@code Claim}, or one that had it until it was withdrawn. */
    public static Claim of(Node node) {
        var claim = NodeReader.of(node);
        return ClaimBuilder.builder()
                .id(claim.id())
                .property(claim.required("property"))
                .strength(claim.requiredWord("strength", Strength.class))
                .rank(claim.requiredWord("rank", Rank.class))
                .inferred(claim.yes("inferred"))
                .sourceId(claim.required("sourceId"))
                .subjectId(claim.text("subjectId"))
                .value(value(claim.value("value")))
                .comparator(claim.word("comparator", Comparator.class))
                .unit(claim.text("unit"))
                .asOf(PartialDate.parseNullable(claim.text("asOf")))
                .printed(claim.text("printed"))
                .locator(claim.text("locator"))
                .note(claim.text("note"))
                .recordedAt(moment(claim.value("recordedAt")))
                .withdrawnAt(moment(claim.value("withdrawnAt")))
                .withdrawnReason(claim.text("withdrawnReason"))
                .supersededById(claim.text("supersededById"))
                .supersedesId(claim.text("supersedesId"))
                .build();
    }

    /** {@code asOf} as a span. */
    public @Nullable PartialDate asOfSpan() {
        return asOf;
    }

    private static @Nullable OffsetDateTime moment(@Nullable Value value) {
        return value == null ? null : value.asOffsetDateTime();
    }

    /** A stated value: a text, a whole number or a list of texts; null, stored as true, if the property says it all. */
    static @Nullable Object value(@Nullable Value value) {
        return value == null || value.isNull() || value.isTrue()
                ? null
                : value.asObject() instanceof List<?> ? value.asList(Value::asString) : value.asObject();
    }
}
