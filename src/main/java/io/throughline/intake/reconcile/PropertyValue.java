package io.throughline.intake.reconcile;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The forms in which the specification gives a value, made of parts of a GraphQL response. */
final class PropertyValue {

    /** Not recorded. */
    static final Map<String, Object> EMPTY = Map.of();

    private PropertyValue() {}

    static Map<String, Object> text(@Nullable String text) {
        return text == null || text.isEmpty() ? EMPTY : Map.of("str", text);
    }

    /** A text. */
    static Map<String, Object> text(JsonNode value) {
        return text(value.asString(null));
    }

    /** A number, whole or not. */
    static Map<String, Object> number(JsonNode value) {
        if (!value.isNumber()) {
            return EMPTY;
        }
        return value.isIntegralNumber() ? Map.of("int", value.asLong()) : Map.of("float", value.asDouble());
    }

    /** Something with an id and a name. */
    static Map<String, Object> entity(JsonNode value) {
        return value.isObject()
                ? Map.of(
                        "id",
                        value.path("id").asString(),
                        "name",
                        value.path("name").asString())
                : EMPTY;
    }

    /** A list of organizations, as text. */
    static Map<String, Object> chain(JsonNode organizations) {
        return text(chainText(organizations));
    }

    /** The names of organizations, in order, e.g. {@code C40 Cities > Cities Race to Zero}; empty if there are none. */
    static String chainText(JsonNode organizations) {
        return organizations
                .valueStream()
                .map(organization -> organization.path("name").asString())
                .collect(joining(" > "));
    }
}
