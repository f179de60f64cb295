package io.throughline.cli;

import io.throughline.infra.problem.CodedProblem;

/** A command that cannot be carried out as given, e.g. because a file or an option is missing. Nothing was done. */
final class CommandRejectedException extends RuntimeException implements CodedProblem {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * States what is wrong.
     *
     * @param code stable, e.g. {@code NO_FILE}
     * @param message what is wrong and what to do about it
     */
    CommandRejectedException(String code, String message) {
        super(message);
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
