package io.throughline.writing.ledger;

import io.throughline.reference.date.PartialDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Builds node properties: null values are left out, and a partial date is stored with its first and last day. */
final class NodeProperties {

    private final Map<String, Object> properties = new HashMap<>();

    /** The activity and person to note on every node written. */
    static Map<String, Object> provenance(LedgerActivity activity) {
        return Map.of(
                "activityId", activity.id(),
                "recordedBy", activity.person(),
                "origin", origin(activity));
    }

    static String origin(LedgerActivity activity) {
        return activity.kind() == LedgerActivity.Kind.IMPORT ? "import" : "curated";
    }

    /** The activity that wrote a node, from a row with its {@code activityId}, {@code recordedBy} and {@code origin}. */
    static LedgerActivity activity(Record row) {
        var kind =
                row.get("origin").asString().equals("import") ? LedgerActivity.Kind.IMPORT : LedgerActivity.Kind.EDIT;
        return new LedgerActivity(
                row.get("activityId").asString(), kind, row.get("recordedBy").asString());
    }

    NodeProperties put(String name, @Nullable Object value) {
        if (value instanceof PartialDate date) {
            properties.put(name, date.text());
            put(name + "Earliest", date.earliest());
            put(name + "Latest", date.latest());
        } else if (value instanceof Enum<?> constant) {
            properties.put(name, constant.name());
        } else if (value instanceof Integer number) {
            properties.put(name, number.longValue());
        } else if (value != null) {
            properties.put(name, value);
        }
        return this;
    }

    NodeProperties putAll(Map<String, ? extends @Nullable Object> values) {
        values.forEach(this::put);
        return this;
    }

    Map<String, Object> properties() {
        return properties;
    }
}
