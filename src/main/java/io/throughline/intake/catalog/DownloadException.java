package io.throughline.intake.catalog;

import io.throughline.infra.problem.CodedProblem;
import org.jspecify.annotations.Nullable;

/** A list that could not be downloaded; the message says why and what to do. Nothing was imported. */
public final class DownloadException extends RuntimeException implements CodedProblem {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * States what went wrong.
     *
     * @param code stable, e.g. {@code NO_CONNECTION}
     * @param message what went wrong and what to do about it
     */
    DownloadException(String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

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
