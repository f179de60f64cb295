package io.throughline.dataset;

import io.throughline.infra.problem.CodedProblem;

/** Explains why the files of a list were not written. The folder is as it was before. */
public final class ListNotWrittenException extends RuntimeException implements CodedProblem {

    private static final long serialVersionUID = 1L;

    private final String code;

    ListNotWrittenException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Stable, e.g. {@code FOLDER_NOT_EMPTY}. */
    @Override
    public String code() {
        return code;
    }
}
