package io.throughline.intake.mapping;

/** A text that is not a date, or that could be several. */
final class UnreadableDateException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String code;

    UnreadableDateException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Stable: {@code NOT_A_DATE}, {@code AMBIGUOUS_DATE} or {@code SPAN_OF_TIME}. */
    String code() {
        return code;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
