package io.throughline.intake.ingest;

import io.throughline.graphql.change.UserError;
import java.util.stream.Stream;

/** An import that cannot begin, go on or be undone, which has to be expected; nothing was done then. */
public final class ImportRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String[] field;

    /**
     * Why.
     *
     * @param field names from the input of a mutation down to what is wrong; none when it is not one value
     */
    ImportRejectedException(String code, String message, String... field) {
        super(message);
        this.code = code;
        this.field = field;
    }

    /** Stable, e.g. {@code SOURCE_BUSY}. */
    public String code() {
        return code;
    }

    boolean isAbout(String name) {
        return field.length == 1 && field[0].equals(name);
    }

    UserError userError() {
        return field.length == 0 ? UserError.of(code, getMessage()) : about(field);
    }

    /** The same about another value. */
    UserError about(String... names) {
        return UserError.about(
                Stream.concat(Stream.of("input"), Stream.of(names)).toList(), code, getMessage());
    }

    /** The sentence, which every such exception has. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
