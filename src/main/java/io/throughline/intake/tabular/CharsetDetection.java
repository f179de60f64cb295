package io.throughline.intake.tabular;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Detects the charset of a text.
 *
 * @param charset to read the text with
 * @param markLength length in bytes of the byte order mark, or 0
 * @param certain false if nothing in the file distinguishes the charset from similar ones
 */
record CharsetDetection(Charset charset, int markLength, boolean certain) {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /**
     * A byte order mark decides; then the stated charset; then UTF-8, if the file has no invalid bytes or fewer invalid
     * bytes than valid multi-byte characters, which almost never occur by chance. Anything else counts as Western
     * European: Windows-1252 if it has bytes that Latin-1 leaves undefined, otherwise Latin-1.
     */
    static CharsetDetection of(FileScan scan, @Nullable Charset stated) {
        var head = scan.head();
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return new CharsetDetection(StandardCharsets.UTF_8, 3, true);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return new CharsetDetection(StandardCharsets.UTF_16LE, 2, true);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return new CharsetDetection(StandardCharsets.UTF_16BE, 2, true);
        }
        if (stated != null) {
            return new CharsetDetection(stated, 0, true);
        }
        // in plain English in UTF-16 every second byte is NUL, and only those
        if (scan.oddZeros() > scan.size() / 4 && scan.evenZeros() == 0) {
            return new CharsetDetection(StandardCharsets.UTF_16LE, 0, true);
        }
        if (scan.evenZeros() > scan.size() / 4 && scan.oddZeros() == 0) {
            return new CharsetDetection(StandardCharsets.UTF_16BE, 0, true);
        }
        if (scan.invalidBytes() <= scan.multiByteCharacters()) {
            return new CharsetDetection(StandardCharsets.UTF_8, 0, true);
        }
        return new CharsetDetection(scan.windowsBytes() > 0 ? WINDOWS_1252 : StandardCharsets.ISO_8859_1, 0, false);
    }

    boolean isWide() {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (var i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
