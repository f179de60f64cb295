package io.throughline.infra.backup;

import io.throughline.infra.problem.CodedProblem;

/** Explains why a backup file was not restored, or not completely. */
public final class BackupRejectedException extends RuntimeException implements CodedProblem {

    private static final long serialVersionUID = 1L;

    private final String code;

    BackupRejectedException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Stable, e.g. {@code GRAPH_IN_USE}. */
    @Override
    public String code() {
        return code;
    }
}
