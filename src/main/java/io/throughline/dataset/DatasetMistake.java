package io.throughline.dataset;

import io.throughline.start.CannotStart;

/** A mistake in a file of the built-in dataset: file, line, column and reason. Nothing has been written. */
final class DatasetMistake extends CannotStart {

    private static final long serialVersionUID = 1L;

    DatasetMistake(String file, long line, String column, String reason) {
        super(
                "dataset/%s, line %d, column '%s': %s.".formatted(file, line, column, reason),
                "Mend that line; nothing was written to the database.");
    }
}
