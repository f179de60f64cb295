package io.throughline.writing.ledger;

import io.throughline.model.source.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one source says of something: of a fact that is added with it, or of a thing that is there.
 *
 * @param id of the fact or thing
 * @param labels of a fact that is added; empty for a thing that is there
 * @param properties of a fact that is added
 * @param links from a fact that is added to what it is about
 * @param subjectId what the claim speaks about
 * @param property what it says, e.g. {@code MEMBER_COUNT} or {@code classification}
 * @param value a text, a whole number or a list of texts; null when the property says it all
 * @param unit what is counted, as printed
 */
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
     * A relationship to what is there.
     *
     * @param type e.g. {@code ABOUT}
     */
    public record Link(String type, String toId) {}
}
