package io.throughline.intake.tabular;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * In which charset a text is.
 *
 * @param charset to read it by
 * @param markLength bytes of a byte order mark in front
 * @param certain false where nothing in the file tells the charset from others of its kind
 */
record CharsetDetection(Charset charset, int markLength, boolean certain) {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /**
     * A byte order mark decides; then what is stated; then UTF-8, if no byte speaks against it or fewer bytes do than
     * characters speak for it, since such characters hardly ever arise by chance. All else is taken for Western European:
     * Windows-1252 where it has bytes that Latin-1 leaves empty, and Latin-1 otherwise.
     */
    static CharsetDetection of(FileScan survey, @Nullable Charset stated) {
        var head = survey.head();
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
        // every other byte of plain English in UTF-16 is NUL, and none of the rest
        if (survey.oddZeros() > survey.size() / 4 && survey.evenZeros() == 0) {
            return new CharsetDetection(StandardCharsets.UTF_16LE, 0, true);
        }
        if (survey.evenZeros() > survey.size() / 4 && survey.oddZeros() == 0) {
            return new CharsetDetection(StandardCharsets.UTF_16BE, 0, true);
        }
        if (survey.strays() <= survey.sequences()) {
            return new CharsetDetection(StandardCharsets.UTF_8, 0, true);
        }
        return new CharsetDetection(survey.windows() > 0 ? WINDOWS_1252 : StandardCharsets.ISO_8859_1, 0, false);
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
