package io.throughline.intake.tabular;

import java.util.Locale;
import java.util.TreeSet;

/** Bytes that are no characters: how {@link DecodedText} hands them over, and how people see them, e.g. {@code \xCA}. */
final class InvalidBytes {

    /** Plus the byte. */
    static final int MARK = 0xDC00;

    private InvalidBytes() {}

    static boolean isMark(CharSequence text, int at) {
        var one = text.charAt(at);
        return one >= MARK && one <= MARK + 0xFF && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    /** Whether there is such a byte. */
    static boolean in(CharSequence text) {
        for (var i = 0; i < text.length(); i++) {
            if (isMark(text, i)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The text as a person can see it.
     *
     * @param prefix in front of each byte, such as {@code \x}
     */
    static String shown(CharSequence text, String prefix) {
        var shown = new StringBuilder(text.length() + 16);
        for (var i = 0; i < text.length(); i++) {
            if (isMark(text, i)) {
                shown.append(prefix).append(hex(text.charAt(i)));
            } else {
                shown.append(text.charAt(i));
            }
        }
        return shown.toString();
    }

    /** The bytes, e.g. {@code A0, CA}, each once. */
    static String bytes(CharSequence text) {
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
