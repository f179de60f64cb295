package io.throughline.model.search;

import io.throughline.graphql.connection.InvalidArgumentException;

/** Checks search texts and names given by callers. */
final class TextChecks {

    /** The maximum length of a text, in characters. */
    static final int MAX_LENGTH = NameLimits.MAX_LENGTH;

    /**
     * Checks a text to search for; white space around it does not count.
     *
     * @throws InvalidArgumentException if it is blank or too long
     */
    static void checkSearched(String text) {
        var stripped = text.strip();
        if (stripped.isEmpty() || length(stripped) > MAX_LENGTH) {
            throw new InvalidArgumentException("text", shown(text), "1 to %d characters".formatted(MAX_LENGTH));
        }
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** A text for an error message: shortened if it is too long, and well-formed. */
    static String shown(String text) {
        var wellFormed = wellFormed(text);
        return length(wellFormed) <= MAX_LENGTH
                ? wellFormed
                : wellFormed.substring(0, wellFormed.offsetByCodePoints(0, MAX_LENGTH)) + "…";
    }

    /** The text with unpaired surrogates, which no encoding can represent, replaced. */
    static String wellFormed(String text) {
        return text.codePoints()
                .map(codePoint -> Character.getType(codePoint) == Character.SURROGATE ? 0xFFFD : codePoint)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private TextChecks() {}
}
