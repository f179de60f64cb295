package io.throughline.writing.curation;

import io.throughline.graphql.connection.ListCursor;
import io.throughline.graphql.entity.NodeReader;
import io.throughline.model.source.Claim;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * A change in the history of an entity or claim.
 *
 * @param id the id of the claim or edit, followed by the kind
 * @param claim the recorded or withdrawn claim; null when the entity itself was merged, split or restored
 * @param activityId the activity that made the change; null for the built-in dataset
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

    /** Reads the claim or edit at a position whose key ends in the kind. */
    static HistoryEntry at(ListCursor position, Node node) {
        var key = String.valueOf(position.keys().get(0));
        var kind = Kind.valueOf(key.substring(key.indexOf(' ') + 1));
        var changed = NodeReader.of(node);
        var id = changed.id() + ":" + kind;
        if (node.hasLabel("Edit")) {
            return new HistoryEntry(id, kind, node.get("startedAt").asOffsetDateTime(), null, changed.id());
        }
        var wasRecorded = isRecording(kind, node, key);
        return new HistoryEntry(
                id,
                kind,
                node.get(wasRecorded ? "recordedAt" : "withdrawnAt").asOffsetDateTime(),
                Claim.of(node),
                wasRecorded ? recordingActivityId(kind, changed) : changed.text("withdrawnInId"));
    }

    /** A moved or restored claim keeps its original activity in {@code activityId}; the later one is stored separately. */
    private static @Nullable String recordingActivityId(Kind kind, NodeReader claim) {
        return switch (kind) {
            case RESTORED -> claim.text("restoredInId");
            case MERGED, SPLIT -> claim.text("movedInId");
            default -> claim.text("activityId");
        };
    }

    /** Whether the entry is about recording the claim: merges and splits appear both at the new claim and at the old one. */
    private static boolean isRecording(Kind kind, Node node, String key) {
        return kind != Kind.WITHDRAWN
                && kind.name().equals(node.get("recordedAs").asString(Kind.RECORDED.name()))
                && key.startsWith(
                        age(node.get("recordedAt").asZonedDateTime().toInstant().toEpochMilli()));
    }

    private static String age(long millis) {
        return (9_999_999_999_999L - millis) + " ";
    }
}
