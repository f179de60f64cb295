package io.throughline.graphql.websocket;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message of the protocol.
 *
 * @param id of an operation; null for what concerns the connection
 * @param payload null when it has none; a map in all that callers send
 */
record ProtocolMessage(
        Type type, @Nullable String id, @Nullable Object payload) {

    private static final int LONGEST_ID = 200;

    enum Type {
        CONNECTION_INIT,
        CONNECTION_ACK,
        PING,
        PONG,
        SUBSCRIBE,
        NEXT,
        ERROR,
        COMPLETE;

        private String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads one; null when it is none that a caller may send. */
    static @Nullable ProtocolMessage read(String text, JsonMapper json) {
        try {
            return json.readValue(text, Object.class) instanceof Map<?, ?> sent ? of(sent) : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static @Nullable ProtocolMessage of(Map<?, ?> sent) {
        var type = type(sent.get("type"));
        var payload = sent.get("payload");
        if (type == null || !(payload == null || payload instanceof Map)) {
            return null;
        }
        return switch (type) {
            case CONNECTION_INIT, PING, PONG -> new ProtocolMessage(type, null, payload);
            case SUBSCRIBE, COMPLETE ->
                sent.get("id") instanceof String id
                                && !id.isEmpty()
                                && id.length() <= LONGEST_ID
                                && (payload != null || type == Type.COMPLETE)
                        ? new ProtocolMessage(type, id, payload)
                        : null;
            default -> null;
        };
    }

    private static @Nullable Type type(@Nullable Object name) {
        for (var type : Type.values()) {
            if (type.written().equals(name)) {
                return type;
            }
        }
        return null;
    }

    Map<?, ?> map() {
        return payload instanceof Map<?, ?> map ? map : Map.of();
    }

    String written(JsonMapper json) {
        var message = new LinkedHashMap<String, Object>();
        message.put("type", type.written());
        if (id != null) {
            message.put("id", id);
        }
        if (payload != null) {
            message.put("payload", payload);
        }
        return json.writeValueAsString(message);
    }
}
