package io.throughline.writing.ledger;

import io.throughline.infra.builder.StagedBuilder;
import io.throughline.model.source.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one source says about a fact that is added with it, or about an existing entity.
 *
 * @param id of the fact or entity
 * @param labels of the fact to add; empty for an existing entity
 * @param properties of the fact to add
 * @param links from the fact to add to the entities it is about
 * @param subjectId the subject of the claim
 * @param property what is stated about the subject, e.g. {@code MEMBER_COUNT} or {@code classification}
 * @param value a text, a whole number or a list of texts; null when the property alone says everything
 * @param unit what is counted, as printed
 */
@StagedBuilder
public record NewFact(
        String id,
        List<String> labels,
        Map<String, ? extends @Nullable Object> properties,
        List<Link> links,
        String subjectId,
        String property,
        @Nullable Object value,
        @Nullable Comparator comparator,
        @Nullable String unit,
        ClaimEvidence evidence) {

    /**
     * A relationship to an existing entity.
     *
     * @param type e.g. {@code ABOUT}
     */
    public record Link(String type, String toId) {}
}
