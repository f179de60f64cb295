package io.throughline.intake.reconcile;

import io.throughline.graphql.connection.InvalidArgumentException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads parameters that are JSON objects. */
@Component
class JsonParameterReader {

    private final JsonMapper json;

    JsonParameterReader(JsonMapper json) {
        this.json = json;
    }

    /**
     * The object.
     *
     * @throws InvalidArgumentException if the text is anything else
     */
    ObjectNode object(String parameter, String text) {
        try {
            if (json.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            // the same answer as for JSON that is not an object
        }
        throw new InvalidArgumentException(parameter, text, "a JSON object");
    }
}
