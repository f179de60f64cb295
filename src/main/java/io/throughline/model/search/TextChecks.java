package io.throughline.model.search;

import io.throughline.graphql.connection.InvalidArgumentException;

/** Checks of the texts that callers look for. */
final class TextChecks {

    /** The longest text, in characters. */
    static final int LONGEST = 200;

    /**
     * Checks a text to search for; white space around it does not count.
     *
     * @throws InvalidArgumentException if nothing remains, or too much
     */
    static void checkSearched(String text) {
        var stripped = text.strip();
        if (stripped.isEmpty() || length(stripped) > LONGEST) {
            throw new InvalidArgumentException("text", shown(text), "1 to %d characters".formatted(LONGEST));
        }
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The beginning of a text that may be too long or hold halves of characters, fit to be sent back. */
    static String shown(String text) {
        var whole = whole(text);
        return length(whole) <= LONGEST ? whole : whole.substring(0, whole.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** The text with halves of surrogate pairs, which no encoding can hold, replaced. */
    static String whole(String text) {
        return text.codePoints()
                .map(codePoint -> Character.getType(codePoint) == Character.SURROGATE ? 0xFFFD : codePoint)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private TextChecks() {}
}
