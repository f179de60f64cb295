package io.throughline.connection;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An argument of a field that cannot be used as it is; says which, what came, and what is expected. */
public class BadArgument extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;

    private final String argument;
    private final @Nullable Long limit;
    private final @Nullable Long requested;

    public BadArgument(String argument, @Nullable Object value, String expected) {
        this(argument, value, expected, null, null);
    }

    private BadArgument(
            String argument, @Nullable Object value, String expected, @Nullable Long limit, @Nullable Long requested) {
        super("%s is %s; expected %s"
                .formatted(argument, value instanceof String text ? "\"" + shown(text) + "\"" : value, expected));
        this.argument = argument;
        this.limit = limit;
        this.requested = requested;
    }

    /** One that asks for more than a limit allows, which is then told by itself, too. */
    public static BadArgument beyond(String argument, Object value, String expected, long limit, long requested) {
        return new BadArgument(argument, value, expected, limit, requested);
    }

    /** The name of the argument in the schema. */
    public String argument() {
        return argument;
    }

    /** {@code limit} and {@code requested}, where more was asked for than a limit allows. */
    public Map<String, Object> limit() {
        return limit == null || requested == null ? Map.of() : Map.of("limit", limit, "requested", requested);
    }

    /** A text may be too long to be sent back. */
    private static String shown(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
