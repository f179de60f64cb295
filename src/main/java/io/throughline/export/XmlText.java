package io.throughline.export;

/** Makes text valid for XML 1.0. */
final class XmlText {

    private XmlText() {}

    /** Replaces characters that XML does not allow, such as most control characters, with U+FFFD. */
    static String of(String text) {
        for (var i = 0; i < text.length(); i++) {
            var at = text.charAt(i);
            if (at < 0x20 || at >= 0xD800) {
                return text.codePoints()
                        .map(point -> isAllowed(point) ? point : 0xFFFD)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }
}
