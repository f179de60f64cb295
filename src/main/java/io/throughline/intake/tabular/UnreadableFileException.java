package io.throughline.intake.tabular;

/** A file of which no line can be read; says which file, what it is and what was expected. */
public final class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    UnreadableFileException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Stable, e.g. {@code EMPTY_FILE}; all are listed in {@code docs/importing.md}. */
    public String code() {
        return code;
    }

    /** The sentence, which every such exception has. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
