package io.throughline.intake.ingest;

import io.throughline.graphql.change.UserError;
import io.throughline.infra.problem.CodedProblem;
import java.util.stream.Stream;

/**
 * An expected reason why an import cannot begin, be resumed or be undone, or why a review cannot be settled. Nothing
 * was done.
 */
public final class ImportRejectedException extends RuntimeException implements CodedProblem {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String[] field;

    /**
     * States what is wrong.
     *
     * @param code stable, e.g. {@code SOURCE_BUSY}
     * @param message what is wrong and what to do about it
     * @param field path from the input of a mutation to the wrong value; empty when it is not about one value
     */
    ImportRejectedException(String code, String message, String... field) {
        super(message);
        this.code = code;
        this.field = field;
    }

    /** Rejects an import because of another problem, with its code and message. */
    ImportRejectedException(CodedProblem problem, String... field) {
        this(problem.code(), String.valueOf(problem.getMessage()), field);
    }

    /** Stable, e.g. {@code SOURCE_BUSY}. */
    @Override
    public String code() {
        return code;
    }

    boolean isAbout(String name) {
        return field.length == 1 && field[0].equals(name);
    }

    UserError userError() {
        return field.length == 0 ? UserError.of(code, getMessage()) : about(field);
    }

    /** The same error for another field. */
    UserError about(String... names) {
        return UserError.about(
                Stream.concat(Stream.of("input"), Stream.of(names)).toList(), code, getMessage());
    }

    /** The message, never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
