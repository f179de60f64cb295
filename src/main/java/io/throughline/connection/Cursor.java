package io.throughline.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;

/**
 * Where an entry stands in a list: its sort key and, for entries with equal keys, its id. Callers see it as an opaque
 * text.
 */
public record Cursor(String key, String id) {

    private static final char SEPARATOR = '\u0000';

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws BadArgument if it is anything else
     */
    static Cursor read(String argument, String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            var parts = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            var separator = parts.indexOf(SEPARATOR);
            if (separator >= 0 && separator == parts.lastIndexOf(SEPARATOR)) {
                return new Cursor(parts.substring(0, separator), parts.substring(separator + 1));
            }
        } catch (IllegalArgumentException | CharacterCodingException notBase64OfText) {
            // falls through to the one message for whatever is not a cursor
        }
        throw new BadArgument(argument, text, "a cursor taken from pageInfo or an edge of the same list");
    }

    /** The form for callers. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((key + SEPARATOR + id).getBytes(UTF_8));
    }
}
