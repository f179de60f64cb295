package io.throughline.writing.ledger;

import io.throughline.reference.date.PartialDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How values are written: what is missing is left out, and a partial date has its first and last day beside it. */
final class NodeProperties {

    private final Map<String, Object> properties = new HashMap<>();

    /** Who writes, on every node: in the course of what, and in whose name. */
    static Map<String, Object> by(LedgerActivity activity) {
        return Map.of(
                "activityId", activity.id(),
                "recordedBy", activity.person(),
                "origin", origin(activity));
    }

    static String origin(LedgerActivity activity) {
        return activity.kind() == LedgerActivity.Kind.IMPORT ? "import" : "curated";
    }

    NodeProperties put(String name, @Nullable Object value) {
        if (value instanceof PartialDate date) {
            properties.put(name, date.text());
            put(name + "Earliest", date.earliest());
            put(name + "Latest", date.latest());
        } else if (value instanceof Enum<?> word) {
            properties.put(name, word.name());
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

    /** As it stands in ids. */
    static String slug(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
