package io.throughline.intake.tabular;

import io.throughline.infra.problem.CodedProblem;

/** A file that cannot be read at all; the message names the file and says what it is and what was expected. */
public final class UnreadableFileException extends Exception implements CodedProblem {

    private static final long serialVersionUID = 1L;

    private final String code;

    UnreadableFileException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Stable, e.g. {@code EMPTY_FILE}; all are listed in {@code docs/importing.md}. */
    @Override
    public String code() {
        return code;
    }

    /** The message; never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
