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
 * @param id the id of an operation; null for messages about the connection
 * @param payload null if absent; always a map in messages from callers
 */
record ProtocolMessage(
        Type type, @Nullable String id, @Nullable Object payload) {

    private static final int MAX_ID_LENGTH = 200;

    enum Type {
        CONNECTION_INIT,
        CONNECTION_ACK,
        PING,
        PONG,
        SUBSCRIBE,
        NEXT,
        ERROR,
        COMPLETE;

        private String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Parses a message; null if it is not one that a caller may send. */
    static @Nullable ProtocolMessage read(String text, JsonMapper json) {
        try {
            return json.readValue(text, Object.class) instanceof Map<?, ?> message ? of(message) : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static @Nullable ProtocolMessage of(Map<?, ?> message) {
        var type = type(message.get("type"));
        var payload = message.get("payload");
        if (type == null || !(payload == null || payload instanceof Map)) {
            return null;
        }
        return switch (type) {
            case CONNECTION_INIT, PING, PONG -> new ProtocolMessage(type, null, payload);
            case SUBSCRIBE, COMPLETE ->
                message.get("id") instanceof String id
                                && !id.isEmpty()
                                && id.length() <= MAX_ID_LENGTH
                                && (payload != null || type == Type.COMPLETE)
                        ? new ProtocolMessage(type, id, payload)
                        : null;
            default -> null;
        };
    }

    private static @Nullable Type type(@Nullable Object name) {
        for (var type : Type.values()) {
            if (type.wireName().equals(name)) {
                return type;
            }
        }
        return null;
    }

    Map<?, ?> payloadMap() {
        return payload instanceof Map<?, ?> map ? map : Map.of();
    }

    String toJson(JsonMapper json) {
        var message = new LinkedHashMap<String, Object>();
        message.put("type", type.wireName());
        if (id != null) {
            message.put("id", id);
        }
        if (payload != null) {
            message.put("payload", payload);
        }
        return json.writeValueAsString(message);
    }
}
