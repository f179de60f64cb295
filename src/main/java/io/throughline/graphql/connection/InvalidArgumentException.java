package io.throughline.graphql.connection;

import io.throughline.infra.problem.CodedProblem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An invalid argument of a field: which one, its value, and what was expected. */
public class InvalidArgumentException extends RuntimeException implements CodedProblem {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_SHOWN = 200;

    private final String argument;

    /** Never serialized; none of our exceptions are. */
    private final transient Map<String, Object> limit;

    public InvalidArgumentException(String argument, @Nullable Object value, String expected) {
        this(
                argument,
                value instanceof String text ? "\"" + shortened(text) + "\"" : String.valueOf(value),
                expected,
                Map.of());
    }

    private InvalidArgumentException(String argument, String what, String expected, Map<String, Object> limit) {
        super("%s is %s; expected %s".formatted(argument, what, expected));
        this.argument = argument;
        this.limit = limit;
    }

    /**
     * Describes the value instead of repeating it, where that is clearer.
     *
     * @param what completes "is …", e.g. {@code an empty list}
     */
    public static InvalidArgumentException described(String argument, String what, String expected) {
        return new InvalidArgumentException(argument, what, expected, Map.of());
    }

    /**
     * An argument that exceeds a limit; the error also reports the limit as a number.
     *
     * @param what completes "is …", e.g. {@code a list of 501}
     */
    public static InvalidArgumentException overLimit(
            String argument, Object what, String expected, long limit, long requested) {
        return new InvalidArgumentException(
                argument, String.valueOf(what), expected, Map.of("limit", limit, "requested", requested));
    }

    /**
     * Same for a configurable limit.
     *
     * @param name the name of the limit under {@code throughline.limits}
     */
    public static InvalidArgumentException overLimit(
            String name, String argument, Object what, String expected, long limit, long requested) {
        return new InvalidArgumentException(
                argument,
                String.valueOf(what),
                expected,
                Map.of("limitName", name, "limit", limit, "requested", requested));
    }

    @Override
    public String code() {
        return "BAD_ARGUMENT";
    }

    /** The name of the argument in the schema. */
    public String argument() {
        return argument;
    }

    /** {@code argument} and, if a limit is exceeded, {@code limit}, {@code requested} and for configurable ones {@code limitName}. */
    @Override
    public Map<String, Object> details() {
        var details = new LinkedHashMap<String, Object>(limit);
        details.put("argument", argument);
        return details;
    }

    /** Shortens text that is too long to send back. */
    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
    }
}
