package io.throughline.model.timeline;

import io.throughline.graphql.connection.ListCursor;
import io.throughline.graphql.entity.NodeReader;
import io.throughline.reference.date.PartialDate;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.neo4j.driver.types.Node;

/**
 * One date of one thing.
 *
 * @param aboutId what is dated
 * @param when its date, with the precision its source has
 * @param word what the thing is in one word of its own: a role, a metric and value; empty for others
 */
record TimelineEntry(String aboutId, TimelineKind kind, PartialDate when, String word) {

    /**
     * The entry at a place in the list. A thing can be dated twice, as issued and as valid; the cursor tells which of its
     * dates stands here.
     */
    static TimelineEntry at(ListCursor cursor, Node dated) {
        return Stream.of(TimelineKind.values())
                .filter(kind -> dated.hasLabel(kind.label()) && dated.containsKey(kind.property()))
                .map(kind -> of(dated, kind))
                .filter(entry -> entry.key().equals(cursor.key()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("No date of " + dated.get("id") + " stands at this cursor"));
    }

    /** Unique in every timeline, e.g. {@code event:cop26}; not an id of the graph. */
    public String id() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ":" + aboutId;
    }

    private static TimelineEntry of(Node dated, TimelineKind kind) {
        var thing = NodeReader.of(dated);
        return new TimelineEntry(
                thing.id(), kind, PartialDate.parse(thing.required(kind.property())), word(kind, thing));
    }

    private static String word(TimelineKind kind, NodeReader thing) {
        return switch (kind) {
            case MEMBERSHIP_FROM, MEMBERSHIP_TO, INVOLVEMENT -> words(thing.required("role"));
            case FIGURE ->
                "%s %d %s"
                        .formatted(
                                words(thing.required("comparator")), thing.longWhole("value"), thing.required("unit"));
            case ENTRY_ROUTE -> thing.required("applicants");
            default -> "";
        };
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String key() {
        var day = when.earliest() == null ? Objects.requireNonNull(when.latest()) : when.earliest();
        return day + " " + kind;
    }
}
