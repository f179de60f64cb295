package io.throughline.writing.curation;

import io.throughline.graphql.connection.ListCursor;
import io.throughline.graphql.entity.NodeReader;
import io.throughline.model.source.Claim;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * Something that happened to a thing.
 *
 * @param id of the claim or edit, with the kind
 * @param claim what was recorded or withdrawn; null when the thing itself was merged, split or restored
 * @param activityId in the course of what; null for the built-in dataset
 */
record HistoryEntry(
        String id,
        Kind kind,
        OffsetDateTime at,
        @Nullable Claim claim,
        @Nullable String activityId) {

    enum Kind {
        RECORDED,
        SUPERSEDED,
        WITHDRAWN,
        RANKED,
        MERGED,
        SPLIT,
        RESTORED
    }

    /** Reads the claim or edit at a position, whose key ends in the kind. */
    static HistoryEntry at(ListCursor position, Node node) {
        var key = String.valueOf(position.keys().get(0));
        var kind = Kind.valueOf(key.substring(key.indexOf(' ') + 1));
        var changed = NodeReader.of(node);
        var id = changed.id() + ":" + kind;
        if (node.hasLabel("Edit")) {
            return new HistoryEntry(id, kind, node.get("startedAt").asOffsetDateTime(), null, changed.id());
        }
        var came = isWhenItCame(kind, node, key);
        return new HistoryEntry(
                id,
                kind,
                node.get(came ? "recordedAt" : "withdrawnAt").asOffsetDateTime(),
                Claim.of(node),
                came ? inWhat(kind, changed) : changed.text("withdrawnInId"));
    }

    /** What is of another agent now, or was recorded anew, is still of the activity that it first came with. */
    private static @Nullable String inWhat(Kind kind, NodeReader claim) {
        return switch (kind) {
            case RESTORED -> claim.text("restoredInId");
            case MERGED, SPLIT -> claim.text("movedInId");
            default -> claim.text("activityId");
        };
    }

    /** A merge or split shows at both ends: where the new claim came, and where the old one went. */
    private static boolean isWhenItCame(Kind kind, Node node, String key) {
        return kind != Kind.WITHDRAWN
                && kind.name().equals(node.get("recordedAs").asString(Kind.RECORDED.name()))
                && key.startsWith(
                        age(node.get("recordedAt").asZonedDateTime().toInstant().toEpochMilli()));
    }

    private static String age(long millis) {
        return (9_999_999_999_999L - millis) + " ";
    }
}
