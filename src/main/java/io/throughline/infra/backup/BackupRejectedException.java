package io.throughline.infra.backup;

/** A file that is not brought in, or not whole; says why. */
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
