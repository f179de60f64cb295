package io.throughline.connection;

import org.jspecify.annotations.Nullable;

/** An argument of a field that cannot be used as it is; says which, what came, and what is expected. */
public class BadArgument extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String argument;

    public BadArgument(String argument, @Nullable Object value, String expected) {
        super("%s is %s; expected %s"
                .formatted(argument, value instanceof String ? "\"" + value + "\"" : value, expected));
        this.argument = argument;
    }

    /** The name of the argument in the schema. */
    public String argument() {
        return argument;
    }
}
