package io.throughline.intake.tabular;

import java.util.Locale;
import java.util.TreeSet;

/**
 * Bytes that are not valid in the encoding: how {@link DecodedText} passes them on, and how they are shown, e.g.
 * {@code \xCA}.
 */
final class InvalidBytes {

    /** The char for an invalid byte is this plus the byte. */
    static final int MARK = 0xDC00;

    private InvalidBytes() {}

    static boolean isMark(CharSequence text, int at) {
        var character = text.charAt(at);
        return character >= MARK
                && character <= MARK + 0xFF
                && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    /** Whether the text contains an invalid byte. */
    static boolean occurIn(CharSequence text) {
        for (var i = 0; i < text.length(); i++) {
            if (isMark(text, i)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The text with invalid bytes made visible.
     *
     * @param prefix written before each byte, such as {@code \x}
     */
    static String escape(CharSequence text, String prefix) {
        var escaped = new StringBuilder(text.length() + 16);
        for (var i = 0; i < text.length(); i++) {
            if (isMark(text, i)) {
                escaped.append(prefix).append(hex(text.charAt(i)));
            } else {
                escaped.append(text.charAt(i));
            }
        }
        return escaped.toString();
    }

    /** The distinct invalid bytes in the text, e.g. {@code A0, CA}. */
    static String list(CharSequence text) {
        var bytes = new TreeSet<String>();
        for (var i = 0; i < text.length(); i++) {
            if (isMark(text, i)) {
                bytes.add(hex(text.charAt(i)));
            }
        }
        return String.join(", ", bytes);
    }

    private static String hex(char mark) {
        return String.format(Locale.ROOT, "%02X", mark - MARK);
    }
}
