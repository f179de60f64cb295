package io.throughline.graphql.connection;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where an entry stands in a list: its sort keys, the last of which no other entry has. Callers see it as an opaque
 * text.
 *
 * @param list the list it belongs to and the order of that, as {@link ListRequest} names them
 * @param keys texts, numbers or null
 */
public record ListCursor(String list, List<@Nullable Object> keys) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<@Nullable Object>> PARTS = new TypeReference<>() {};

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws InvalidArgumentException if it is anything else
     */
    static ListCursor read(String argument, String text) {
        try {
            var parts = JSON.readValue(Base64.getUrlDecoder().decode(text), PARTS);
            if (parts != null && parts.size() > 1 && parts.get(0) instanceof String list) {
                var keys = new ArrayList<>(parts.subList(1, parts.size()));
                if (keys.stream().allMatch(key -> key == null || key instanceof String || key instanceof Number)) {
                    return new ListCursor(list, Collections.unmodifiableList(keys));
                }
            }
        } catch (IllegalArgumentException | JacksonException notOurs) {
            // falls through to the one message for whatever is not a cursor
        }
        throw of(argument, text);
    }

    static InvalidArgumentException of(String argument, String text) {
        return new InvalidArgumentException(
                argument, text, "a cursor taken from pageInfo or an edge of the same list in the same order");
    }

    /** The first sort key of a list that has one order. */
    public String key() {
        return String.valueOf(keys.get(0));
    }

    /** What tells entries with equal sort keys apart. */
    public String id() {
        return String.valueOf(keys.get(keys.size() - 1));
    }

    /** The form for callers. */
    public String text() {
        var parts = new ArrayList<@Nullable Object>();
        parts.add(list);
        parts.addAll(keys);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(parts));
    }
}
