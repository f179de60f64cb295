package io.throughline.model.timeline;

import io.throughline.graphql.connection.ListCursor;
import io.throughline.graphql.entity.NodeReader;
import io.throughline.reference.date.PartialDate;
import io.throughline.reference.id.IdSyntax;
import java.util.Objects;
import java.util.stream.Stream;
import org.neo4j.driver.types.Node;

/**
 * One date of one node.
 *
 * @param aboutId the node that is dated
 * @param when the date, with the precision of its source
 * @param word its role, number or applicants, in words; empty for other kinds
 */
record TimelineEntry(String aboutId, TimelineKind kind, PartialDate when, String word) {

    /**
     * The entry at a cursor. A node can have two dates, e.g. issued and valid; the cursor tells which of them this is.
     */
    static TimelineEntry at(ListCursor cursor, Node dated) {
        return Stream.of(TimelineKind.values())
                .filter(kind -> dated.hasLabel(kind.label()) && dated.containsKey(kind.property()))
                .map(kind -> of(dated, kind))
                .filter(entry -> entry.key().equals(cursor.key()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No date of " + dated.get("id") + " matches the cursor"));
    }

    /** Unique in every timeline, e.g. {@code event:cop26}; not an id of the graph. */
    public String id() {
        return IdSyntax.slug(kind) + ":" + aboutId;
    }

    private static TimelineEntry of(Node dated, TimelineKind kind) {
        var node = NodeReader.of(dated);
        return new TimelineEntry(node.id(), kind, PartialDate.parse(node.required(kind.property())), word(kind, node));
    }

    private static String word(TimelineKind kind, NodeReader node) {
        return switch (kind) {
            case MEMBERSHIP_FROM, MEMBERSHIP_TO, INVOLVEMENT -> words(node.required("role"));
            case FIGURE ->
                "%s %d %s"
                        .formatted(words(node.required("comparator")), node.longWhole("value"), node.required("unit"));
            case ENTRY_ROUTE -> node.required("applicants");
            default -> "";
        };
    }

    private static String words(String constant) {
        return IdSyntax.words(constant);
    }

    private String key() {
        var day = when.earliest() == null ? Objects.requireNonNull(when.latest()) : when.earliest();
        return day + " " + kind;
    }
}
