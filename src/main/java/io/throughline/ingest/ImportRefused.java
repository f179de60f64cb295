package io.throughline.ingest;

/** An import that cannot begin, go on or be undone, which has to be expected; nothing was done then. */
public final class ImportRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    ImportRefused(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Stable, e.g. {@code SOURCE_BUSY}. */
    public String code() {
        return code;
    }

    /** The sentence, which every such exception has. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
