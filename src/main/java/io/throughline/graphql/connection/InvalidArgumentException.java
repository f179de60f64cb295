package io.throughline.graphql.connection;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An argument of a field that cannot be used as it is; says which, what came, and what is expected. */
public class InvalidArgumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;

    private final String argument;

    /** Not sent to other machines, as no exception of ours is. */
    private final transient Map<String, Object> limit;

    public InvalidArgumentException(String argument, @Nullable Object value, String expected) {
        this(
                argument,
                value instanceof String text ? "\"" + shown(text) + "\"" : String.valueOf(value),
                expected,
                Map.of());
    }

    private InvalidArgumentException(String argument, String what, String expected, Map<String, Object> limit) {
        super("%s is %s; expected %s".formatted(argument, what, expected));
        this.argument = argument;
        this.limit = limit;
    }

    /**
     * One whose value is described, where to repeat it would say less.
     *
     * @param what as it follows "is", e.g. {@code an empty list}
     */
    public static InvalidArgumentException described(String argument, String what, String expected) {
        return new InvalidArgumentException(argument, what, expected, Map.of());
    }

    /**
     * One that asks for more than a limit allows, which is then told by itself, too.
     *
     * @param what as it follows "is", e.g. {@code a list of 501}
     */
    public static InvalidArgumentException beyond(
            String argument, Object what, String expected, long limit, long requested) {
        return new InvalidArgumentException(
                argument, String.valueOf(what), expected, Map.of("limit", limit, "requested", requested));
    }

    /**
     * The same for a limit that can be set.
     *
     * @param name the limit's, below {@code throughline.limits}
     */
    public static InvalidArgumentException beyond(
            String name, String argument, Object what, String expected, long limit, long requested) {
        return new InvalidArgumentException(
                argument,
                String.valueOf(what),
                expected,
                Map.of("limitName", name, "limit", limit, "requested", requested));
    }

    /** The name of the argument in the schema. */
    public String argument() {
        return argument;
    }

    /** Of a limit, if more was asked for: {@code limit}, {@code requested} and, if it can be set, {@code limitName}. */
    public Map<String, Object> limit() {
        return limit;
    }

    /** A text may be too long to be sent back. */
    private static String shown(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
