package io.throughline.dataset;

import io.throughline.infra.start.StartFailureException;

/** An error in a file of the built-in dataset, with file, line, column and reason. Nothing has been written. */
final class InvalidDatasetException extends StartFailureException {

    private static final long serialVersionUID = 1L;
    private static final String ADVICE = "Correct that line; nothing was written to the database.";

    /** An error in a whole file. */
    InvalidDatasetException(String file, String reason) {
        super("dataset/%s: %s.".formatted(file, reason), "Correct that file; nothing was written to the database.");
    }

    /** An error that makes the cells of a line unreadable. */
    InvalidDatasetException(String file, long line, String reason) {
        super("dataset/%s, line %d: %s.".formatted(file, line, reason), ADVICE);
    }

    /** An error in a cell. */
    InvalidDatasetException(String file, long line, String column, String reason) {
        super("dataset/%s, line %d, column '%s': %s.".formatted(file, line, column, reason), ADVICE);
    }
}
