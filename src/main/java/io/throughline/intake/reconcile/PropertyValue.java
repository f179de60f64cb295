package io.throughline.intake.reconcile;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The forms in which the specification gives the value of a property; {@link #EMPTY} where it is not recorded. */
final class PropertyValue {

    /** Not recorded; keeps the values of several properties in line. */
    static final Map<String, Object> EMPTY = Map.of();

    private PropertyValue() {}

    static Map<String, Object> text(@Nullable String text) {
        return text == null || text.isEmpty() ? EMPTY : Map.of("str", text);
    }

    /** A text in a GraphQL response. */
    static Map<String, Object> text(JsonNode value) {
        return text(value.asString(null));
    }

    /** A number in a GraphQL response, whole or not. */
    static Map<String, Object> number(JsonNode value) {
        if (!value.isNumber()) {
            return EMPTY;
        }
        return value.isIntegralNumber() ? Map.of("int", value.asLong()) : Map.of("float", value.asDouble());
    }

    /** Something with an id and a name in a GraphQL response. */
    static Map<String, Object> entity(JsonNode value) {
        return value.isObject()
                ? Map.of(
                        "id",
                        value.path("id").asString(),
                        "name",
                        value.path("name").asString())
                : EMPTY;
    }
}
