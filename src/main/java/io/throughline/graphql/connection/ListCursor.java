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
 * The position of an entry in a list: its sort keys, the last of which is unique. Callers see an opaque string.
 *
 * @param list the list and its order, as named by {@link ListRequest}
 * @param keys texts, numbers or null
 */
public record ListCursor(String list, List<@Nullable Object> keys) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<@Nullable Object>> PARTS = new TypeReference<>() {};

    /**
     * Parses the text from {@link #text()}.
     *
     * @throws InvalidArgumentException if the text is not a cursor
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
        } catch (IllegalArgumentException | JacksonException notACursor) {
            // reported below with everything else that is not a cursor
        }
        throw invalid(argument, text);
    }

    static InvalidArgumentException invalid(String argument, String text) {
        return new InvalidArgumentException(
                argument, text, "a cursor from pageInfo or an edge of the same list in the same order");
    }

    /** The first sort key, for lists with a single order. */
    public String key() {
        return String.valueOf(keys.get(0));
    }

    /** The unique key that separates entries with equal sort keys. */
    public String id() {
        return String.valueOf(keys.get(keys.size() - 1));
    }

    /** The cursor as callers see it. */
    public String text() {
        var parts = new ArrayList<@Nullable Object>();
        parts.add(list);
        parts.addAll(keys);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(parts));
    }
}
