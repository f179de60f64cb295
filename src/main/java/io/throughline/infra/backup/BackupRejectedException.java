package io.throughline.infra.backup;

/** Explains why a backup file was not restored, or not completely. */
public final class BackupRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    BackupRejectedException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Stable, e.g. {@code GRAPH_IN_USE}. */
    public String code() {
        return code;
    }
}
