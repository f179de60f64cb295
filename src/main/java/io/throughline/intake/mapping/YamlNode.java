package io.throughline.intake.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of a YAML document with its place. Scalars keep the text as written. */
sealed interface YamlNode {

    Place place();

    /**
     * A place in the document.
     *
     * @param line from 1
     * @param column from 1
     */
    record Place(int line, int column) {}

    /**
     * A scalar.
     *
     * @param plain whether it is not quoted, so that 2022 is a number and null is null
     */
    record Text(Place place, String value, boolean plain) implements YamlNode {

        boolean isNull() {
            return plain && (value.isEmpty() || value.equals("null") || value.equals("~"));
        }
    }

    /** A sequence. */
    record Items(Place place, List<YamlNode> items) implements YamlNode {}

    /** A YAML mapping, in the order written. */
    record Fields(Place place, Map<String, Field> fields) implements YamlNode {

        @Nullable YamlNode get(String key) {
            var field = fields.get(key);
            return field == null ? null : field.value();
        }
    }

    /** The place of a key, and its value. */
    record Field(Place key, YamlNode value) {}
}
