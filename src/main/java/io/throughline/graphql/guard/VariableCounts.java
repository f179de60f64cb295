package io.throughline.graphql.guard;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what the variables of a request contain. */
final class VariableCounts {

    private int values;
    private int longestList;
    private int deepestValue;

    private VariableCounts() {}

    static VariableCounts of(Map<String, ?> variables) {
        var counts = new VariableCounts();
        variables.values().forEach(value -> counts.add(value, 1));
        return counts;
    }

    /** Recurses as deep as the JSON parser, which has a limit. */
    private void add(@Nullable Object value, int level) {
        values++;
        if (value instanceof Map<?, ?> map) {
            deepestValue = Math.max(deepestValue, level);
            map.values().forEach(entry -> add(entry, level + 1));
        } else if (value instanceof Collection<?> list) {
            deepestValue = Math.max(deepestValue, level);
            longestList = Math.max(longestList, list.size());
            list.forEach(entry -> add(entry, level + 1));
        }
    }

    /** All values, including nested ones. */
    int values() {
        return values;
    }

    int longestList() {
        return longestList;
    }

    int deepestValue() {
        return deepestValue;
    }
}
