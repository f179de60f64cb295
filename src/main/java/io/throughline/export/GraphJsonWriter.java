package io.throughline.export;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Base of the writers of graphs in JSON. */
abstract class GraphJsonWriter implements GraphFormatWriter {

    private final JsonGenerator json;

    GraphJsonWriter(JsonGenerator json) {
        this.json = json;
    }

    JsonGenerator json() {
        return json;
    }

    <T> void values(T element, List<GraphAttribute<T>> attributes) {
        for (var attribute : attributes) {
            value(attribute.name(), attribute.of(element));
        }
    }

    /** Writes a property unless it is null. */
    void value(String name, @Nullable Object value) {
        if (value instanceof String text) {
            json.writeStringProperty(name, text);
        } else if (value instanceof Integer number) {
            json.writeNumberProperty(name, number);
        } else if (value instanceof Double number) {
            json.writeNumberProperty(name, number);
        } else if (value instanceof Boolean yes) {
            json.writeBooleanProperty(name, yes);
        }
    }

    /** Closes what is still open and flushes. */
    void close(int arrays, int objects) {
        for (var i = 0; i < arrays; i++) {
            json.writeEndArray();
        }
        for (var i = 0; i < objects; i++) {
            json.writeEndObject();
        }
        json.flush();
    }

    @Override
    public void end() throws IOException {
        close(1, 1);
    }
}
