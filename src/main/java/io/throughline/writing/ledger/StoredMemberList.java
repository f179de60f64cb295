package io.throughline.writing.ledger;

import static java.util.stream.Collectors.toMap;

import io.throughline.model.membership.Completeness;
import io.throughline.model.membership.ListSelection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One version of a list of members, with all properties of its node. */
record StoredMemberList(Map<String, Object> properties) {

    /** Present while the list is complete except for lines that wait for a decision. */
    static final String COMPLETE_ONCE_SETTLED = "completeOnceSettled";

    /** The note for when it has become complete. */
    static final String NOTE_ONCE_SETTLED = "noteOnceSettled";

    /** What a list says. Two versions with the same values are the same. */
    private static final Set<String> VALUES = Set.of(
            "sourceId",
            "organizationId",
            "asOf",
            "asOfEarliest",
            "asOfLatest",
            "complete",
            "selection",
            "rule",
            "selectedFromIds",
            "note",
            COMPLETE_ONCE_SETTLED,
            NOTE_ONCE_SETTLED);

    private static final Set<String> PROVENANCE = Set.of("activityId", "recordedBy", "origin");

    String id() {
        return text("id");
    }

    /** The id of its first version. */
    String firstId() {
        return properties.containsKey("versionOfId") ? text("versionOfId") : id();
    }

    String activityId() {
        return text("activityId");
    }

    String organizationId() {
        return text("organizationId");
    }

    boolean isImported() {
        return "import".equals(properties.get("origin"));
    }

    boolean isComplete() {
        return isComplete(properties);
    }

    static boolean isComplete(Map<String, Object> properties) {
        return Completeness.YES.name().equals(properties.get("complete"));
    }

    boolean isCompleteOnceSettled() {
        return properties.containsKey(COMPLETE_ONCE_SETTLED);
    }

    /** The withdrawn version that the activity recorded again as this one; null if this is none of them. */
    @Nullable String restoredIn(String activityId) {
        return activityId.equals(properties.get("restoredInId")) ? text("restoresId") : null;
    }

    Map<String, Object> values() {
        return only(VALUES);
    }

    /** Who recorded it. */
    Map<String, Object> provenance() {
        return only(PROVENANCE);
    }

    /**
     * Whether this list, which no import recorded, already stands for one with these values: it is of the same source,
     * organization and date, and has no fewer entries.
     */
    boolean standsFor(Map<String, Object> values) {
        return !isImported()
                && List.of("sourceId", "organizationId", "asOf").stream()
                        .allMatch(key -> Objects.equals(properties.get(key), values.get(key)))
                && (isWhole(properties) || !isWhole(values));
    }

    private static boolean isWhole(Map<String, Object> values) {
        return ListSelection.WHOLE.name().equals(values.get("selection"));
    }

    private Map<String, Object> only(Set<String> keys) {
        return properties.entrySet().stream()
                .filter(each -> keys.contains(each.getKey()))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private String text(String property) {
        return String.valueOf(properties.get(property));
    }
}
