package io.throughline.intake.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a YAML document and where it stands. Scalars stay the text they are written as. */
sealed interface YamlNode {

    Place place();

    /**
     * Where something stands in the document.
     *
     * @param line from 1
     * @param column from 1
     */
    record Place(int line, int column) {}

    /**
     * A scalar.
     *
     * @param plain whether it stands without quotes, so that 2022 is a number and null is nothing
     */
    record Text(Place place, String value, boolean plain) implements YamlNode {

        boolean isNull() {
            return plain && (value.isEmpty() || value.equals("null") || value.equals("~"));
        }
    }

    /** A sequence. */
    record Items(Place place, List<YamlNode> items) implements YamlNode {}

    /** A mapping of YAML, in the order written. */
    record Fields(Place place, Map<String, Field> fields) implements YamlNode {

        @Nullable YamlNode get(String key) {
            var field = fields.get(key);
            return field == null ? null : field.value();
        }
    }

    /** A key with what it stands for. */
    record Field(Place key, YamlNode value) {}
}
